"use strict";
(() => {
  const KINDS = {people: "People", offices: "Offices", places: "Places", organizations: "Organisations", dates: "Dates", figures: "Figures"};
  const PAGE = 50; // articles of the index that are shown at once
  const MAP = {width: 1000, height: 395, north: 84, unit: 0.36};
  const byId = (id) => document.getElementById(id);
  const pieces = document.querySelectorAll("script.piece");
  const columns = JSON.parse(byId("columns").textContent);
  const entries = JSON.parse(byId("entries").textContent);
  const card = byId("card");
  const state = {article: null, opened: null, off: new Set(), words: "", sort: null, chosen: null, page: 0, tab: "articles", order: null};

  /** An element; what an article says goes in as text, never as markup. */
  function make(tag, attributes, ...children) {
    const svg = ["svg", "use", "circle", "title"].includes(tag);
    const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== false) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }
  /** Words of an article, whose direction and overrides of it end with them. */
  const said = (words, tag = "bdi", attributes = null) => make(tag, tag === "bdi" ? attributes : {dir: "auto", ...attributes}, words);

  // What a fact says

  const times = (fact) => `${fact.mentions} mention${fact.mentions === 1 ? "" : "s"}`;
  function sentence(fact) {
    const {label, detail} = fact;
    if (fact.kind === "figures") return [`${label} ${detail}`, fact.when, fact.note];
    return fact.kind === "dates" ? [label, detail === label ? "" : detail, fact.raw] : [label, detail, times(fact)];
  }
  const classOf = (fact) => fact.kind + (fact.doubtful ? " doubtful" : "");
  const inWords = (fact) => sentence(fact).filter(Boolean).join(" · ");
  function isShown(fact) {
    return !state.off.has(fact.kind) && fold([inWords(fact), ...(fact.also || [])].join(" ")).includes(state.words);
  }
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The article and its marks

  function nodes(children) {
    return children.map((node) => {
      if (typeof node === "string") return node;
      const [id, begins, ...inner] = node;
      if (id < 0) return make("p", {dir: "auto", class: id === -2 ? "beside" : null}, ...nodes(inner));
      return make("mark", {class: classOf(state.article.facts[id]), "data-fact": id, "data-continued": begins ? null : ""}, ...nodes(inner));
    });
  }
  function renderArticle() {
    const {tree, headed, title, name, published} = state.article;
    const blocks = nodes(tree).filter((block) => typeof block !== "string");
    const headline = make("h1", {dir: "auto", tabindex: -1});
    if (headed) headline.append(...blocks.shift().childNodes);
    else headline.append(title || name);
    const day = published ? `published ${published}` : "day of publication unknown";
    const byline = make("p", {class: "byline"}, said(name), ` · ${day}`);
    byId("article").replaceChildren(headline, byline, make("div", {class: "text"}, ...blocks));
  }
  const marksOf = (id) => document.querySelectorAll(`mark[data-fact="${id}"]`);

  function factsAt(mark) {
    const ids = new Set();
    for (let at = mark; at; at = at.parentElement.closest("mark")) if (!at.classList.contains("off")) ids.add(at.dataset.fact);
    return [...ids].map((id) => state.article.facts[id]);
  }
  let closing = 0;
  function showCard(anchor, facts) {
    hideCard();
    if (!facts.length) return;
    card.replaceChildren(...facts.map((fact) => make("p", {class: fact.kind}, ...cardWords(fact))));
    card.hidden = false;
    const box = anchor.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    const below = box.bottom + 6 + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(left, 8) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
    if (anchor.matches("mark")) anchor.setAttribute("aria-describedby", "card");
  }
  function cardWords(fact) {
    const first = fact.kind === "figures" ? [said(fact.label, "b"), " ", said(fact.detail)] : [said(fact.label, "b")];
    const rest = [...sentence(fact).slice(1).filter(Boolean), `confidence ${fact.confidence}`];
    return [...first, ...rest.flatMap((words) => [" · ", said(words)])];
  }
  function hideCard() {
    clearTimeout(closing);
    card.hidden = true;
    document.querySelectorAll("mark[aria-describedby]").forEach((mark) => mark.removeAttribute("aria-describedby"));
  }
  /** Soon, so that the pointer can go to the card, whose words may be copied. */
  function leaveCard() {
    clearTimeout(closing);
    closing = setTimeout(hideCard, 250);
  }

  /** Choose a fact; `from` says where, so that the other side scrolls to it: from "text" to the sheet, from "sheet" to the text. */
  function choose(id, from) {
    state.chosen = id;
    document.querySelectorAll(".chosen").forEach((element) => element.classList.remove("chosen"));
    document.querySelectorAll(`[data-fact="${id}"]`).forEach((element) => element.classList.add("chosen"));
    if (from === "text" && !isShown(state.article.facts[id])) {
      byId("search").value = state.words = "";
      renderSheet();
    }
    const target = from === "text" ? byId("sheet").querySelector(`.fact[data-fact="${id}"]`) : marksOf(id)[0];
    if (!target) return;
    target.scrollIntoView({block: "center", behavior: "instant"});
    if (from === "text") target.focus({preventScroll: true});
    else {
      target.focus({preventScroll: true});
      showCard(target, factsAt(target));
    }
  }

  // The fact sheet

  function factButton(id, ...children) {
    const chosen = state.chosen === id ? " chosen" : "";
    const doubtful = state.article.facts[id].doubtful ? " doubtful" : "";
    return make("button", {type: "button", class: `fact${chosen}${doubtful}`, "data-fact": id, onclick: () => choose(id, "sheet")}, ...children);
  }
  function plainFact([id, fact]) {
    const also = fact.also && fact.also.length ? ` also ${fact.also.join(", ")}` : "";
    const soft = [fact.mentions > 1 ? ` ×${fact.mentions}` : "", also, fact.doubtful ? ` ${doubt(fact)}` : ""].join("");
    const detail = fact.detail ? said(fact.detail, "span", {class: "detail"}) : "";
    return make("li", null, factButton(id, said(fact.label, "b"), " ", detail, soft && said(soft, "span", {class: "soft"})));
  }
  const doubt = (fact) => (fact.doubtful ? `confidence ${fact.confidence}` : "");
  const list = (shown) => make("ul", null, ...shown.map(plainFact));

  /** Dates of one value stand in one line, in the order of time; last those that no calendar has. */
  function timeLine(shown) {
    const lines = new Map();
    for (const [id, fact] of shown) lines.set(fact.detail, [...(lines.get(fact.detail) || []), [id, fact]]);
    const day = ([[, fact]]) => fact.day || "9999";
    const sorted = [...lines.values()].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
    const line = (facts) => {
      const {detail, raw, day: dated} = facts[0][1];
      const words = facts.map(([id, fact]) => {
        const button = factButton(id, said(`“${fact.label}”`), fact.doubtful ? ` ${doubt(fact)}` : "");
        button.setAttribute("aria-label", [inWords(fact), doubt(fact)].filter(Boolean).join(" · "));
        return button;
      });
      return make("li", {class: dated ? "" : "undated"}, make("b", null, detail), make("span", {class: "said"}, ...words), raw ? make("code", {title: "TIMEX3"}, raw) : "");
    };
    return make("ol", {class: "line"}, ...sorted.map(line));
  }
  function places(shown) {
    const known = shown.filter(([, fact]) => fact.point);
    if (!known.length) return list(shown);
    const map = make("svg", {class: "map", viewBox: `0 0 ${MAP.width} ${MAP.height}`, role: "group", "aria-label": "Places on a map of the world"});
    map.append(make("use", {href: "#land", class: "land", "aria-hidden": "true"}), ...known.map(dot));
    return make("div", null, map, list(shown));
  }
  function dot([id, fact]) {
    const [longitude, latitude] = fact.point;
    const at = {cx: ((longitude + 180) / MAP.unit).toFixed(1), cy: ((MAP.north - latitude) / MAP.unit).toFixed(1), r: 9};
    const chosen = state.chosen === id ? "chosen" : null;
    return make("circle", {...at, class: chosen, "data-fact": id, role: "button", tabindex: 0, "aria-label": inWords(fact)});
  }
  const SORTS = {what: "label", value: "number", kind: "type", when: "day"};
  function figures(shown) {
    const {sort} = state;
    const sorted = sort ? [...shown].sort((a, b) => compare(a[1][SORTS[sort.by]], b[1][SORTS[sort.by]], sort.down)) : shown;
    const bodies = sort && sort.by === "value" ? byUnit(sorted) : [make("tbody", {role: "rowgroup"}, ...sorted.map(row))];
    const heads = make("tr", {role: "row"}, ...Object.keys(SORTS).map(columnHead));
    return make("table", {role: "table", "aria-label": "Figures"}, make("thead", {role: "rowgroup"}, heads), ...bodies);
  }
  function columnHead(by) {
    return sortHead(by, state.sort, (sort) => {
      state.sort = sort;
      renderSheet();
      byId("sheet").querySelector(`[data-sort="${by}"]`).focus();
    });
  }
  /** The head of a column: a button that sorts by it, and the other way round when it does already. */
  function sortHead(by, sort, resort) {
    const is = sort && sort.by === by;
    const onclick = () => resort({by, down: is ? !sort.down : false});
    const arrow = is ? (sort.down ? " ↓" : " ↑") : "";
    const order = is ? (sort.down ? "descending" : "ascending") : null;
    const button = make("button", {type: "button", "data-sort": by, onclick}, by[0].toUpperCase() + by.slice(1) + arrow);
    return make("th", {role: "columnheader", scope: "col", class: by, "aria-sort": order}, button);
  }
  function row([id, fact]) {
    const cell = (name, ...children) => make("td", {role: "cell", class: name}, ...children);
    const note = [fact.note, doubt(fact)].filter(Boolean).join(" · ");
    const label = cell("what", factButton(id, said(fact.label, "b"), " ", note && said(note, "span", {class: "soft"})));
    const cells = [label, cell("value", said(fact.detail)), cell("kind", fact.type), cell("when", fact.when)];
    return make("tr", {role: "row", "data-fact": id, class: [state.chosen === id ? "chosen" : "", fact.doubtful ? "doubtful" : ""].join(" ").trim() || null}, ...cells);
  }
  /** Five percent are neither more nor less than three dollars: what can be compared stands under one heading. */
  function byUnit(sorted) {
    const groups = new Map();
    for (const item of sorted) {
      const key = item[1].group.join(" ");
      groups.set(key, [...(groups.get(key) || []), item]);
    }
    const order = (a, b) => a[0][1].group[0] - b[0][1].group[0] || (a[0][1].group[1] < b[0][1].group[1] ? -1 : 1);
    return [...groups.values()].sort(order).map((items) => {
      const head = make("th", {role: "rowheader", scope: "rowgroup", colspan: 4}, items[0][1].group[1]);
      return make("tbody", {role: "rowgroup"}, make("tr", {role: "row", class: "unit"}, head), ...items.map(row));
    });
  }
  function compare(a, b, down) {
    const empty = (value) => value === null || value === undefined || value === "";
    if (empty(a) || empty(b)) return empty(a) - empty(b);
    const order = typeof a === "number" ? a - b : a < b ? -1 : a > b ? 1 : 0;
    return down ? -order : order;
  }
  const VIEWS = {dates: timeLine, places, figures};

  function shownFacts() {
    return state.article.facts.map((fact, id) => [id, fact]).filter(([, fact]) => isShown(fact));
  }
  function renderSheet() {
    const shown = shownFacts();
    const sections = Object.keys(KINDS).map((kind) => {
      const own = shown.filter(([, fact]) => fact.kind === kind);
      if (!own.length) return null;
      const size = make("small", null, ` ${own.length}`);
      return make("section", {class: kind, "aria-labelledby": `head-${kind}`}, make("h2", {id: `head-${kind}`}, KINDS[kind], size), (VIEWS[kind] || list)(own));
    });
    byId("sheet").replaceChildren(...sections.filter(Boolean));
    if (!shown.length) byId("sheet").append(make("p", {class: "empty"}, "No facts shown."));
    byId("shown").textContent = `${shown.length} of ${state.article.facts.length} facts`;
    document.querySelectorAll("mark").forEach((mark) => {
      const off = state.off.has(state.article.facts[mark.dataset.fact].kind);
      mark.classList.toggle("off", off);
      if ("continued" in mark.dataset) return;
      for (const [name, value] of [["tabindex", 0], ["role", "link"]]) off ? mark.removeAttribute(name) : mark.setAttribute(name, value);
    });
  }
  function renderFilters() {
    const kinds = Object.keys(KINDS).filter((kind) => state.article.facts.some((fact) => fact.kind === kind));
    byId("filters").replaceChildren(
      ...kinds.map((kind) => {
        const count = state.article.facts.filter((fact) => fact.kind === kind).length;
        const onclick = (event) => {
          const on = state.off.delete(kind);
          if (!on) state.off.add(kind);
          event.currentTarget.setAttribute("aria-pressed", on);
          hideCard();
          renderSheet();
        };
        return make("button", {type: "button", class: kind, "data-kind": kind, "aria-pressed": !state.off.has(kind), onclick}, make("span", null, KINDS[kind]), ` ${count}`);
      }),
    );
  }

  // What is shown, as data

  const textOf = (node) => (typeof node === "string" ? node : node.slice(2).map(textOf).join(""));
  function shownSheet() {
    const {sheet} = state.article;
    const result = {...sheet};
    for (const section of new Set(state.article.facts.map((fact) => fact.section))) result[section] = [];
    for (const [, fact] of shownFacts()) result[fact.section].push(sheet[fact.section][fact.index]);
    return result;
  }
  function shownCsv() {
    const {sheet, tree} = state.article;
    const text = Array.from(tree.map(textOf).join("")); // offsets count code points
    const spans = sheet.sentences || [];
    const people = new Map((sheet.people || []).map((person) => [person.id, person.name]));
    const {name, title, published, sha256} = sheet.source;
    const article = {article: name, article_title: title, article_published: published && published.slice(0, 10), sha256};
    const whole = (id) => id ? `${name}#${id}` : null; // an id that no other article has
    const rows = shownFacts().map(([, {section, index, days}]) => {
      const {source, ...fields} = sheet[section][index];
      let row = {...article, section, ...fields, id: whole(fields.id), holder: whole(fields.holder)};
      row = {...row, source: source ? source.text : null, source_id: whole(source && source.id)};
      if (typeof row.value === "number") row.number = row.value;
      if (days) [row.when_first, row.when_last] = days;
      if (Array.isArray(row.mentions)) row = {...row, ...row.mentions[0], mentions: row.mentions.length};
      const span = spans.findLast((found) => found.start <= row.start);
      row.sentence = span ? text.slice(span.start, span.end).join("") : "";
      row.holder_name = people.get(fields.holder);
      return columns.map((column) => cell(row[column]));
    });
    return [columns, ...rows].map((row) => `${row.join(",")}\n`).join("");
  }
  function cell(value) {
    if (value === null || value === undefined) return "";
    let words = typeof value === "string" ? value.replace(obeyed, symbol) : String(value);
    if (typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(words)) words = `'${words}`; // a spreadsheet would run it
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  }
  const obeyed = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g; // a symbol stands for each, as in the command's CSV
  const symbol = (letter) => letter < " " ? String.fromCharCode(0x2400 + letter.charCodeAt(0)) : letter === "\x7f" ? "␡" : "\ufffd";
  const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g; // what the command escapes, too
  const escaped = (words) => words.replace(unsafe, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const shownJson = () => `${escaped(JSON.stringify(shownSheet(), null, 2))}\n`;

  async function copy(words, what) {
    try {
      await navigator.clipboard.writeText(words);
      say(`${what} copied`);
    } catch {
      say("The browser refused to copy; use Save");
    }
  }
  function save(words, type, ending) {
    const url = URL.createObjectURL(new Blob([words], {type}));
    const name = state.article.name.split(/[\\/]/).pop() || "facts";
    make("a", {href: url, download: `${name}.facts.${ending}`}).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    say(`${ending.toUpperCase()} saved`);
  }
  let saying = 0;
  function say(words) {
    byId("status").textContent = words;
    clearTimeout(saying);
    saying = setTimeout(() => (byId("status").textContent = ""), 4000);
  }

  // The index of a report

  const TITLES = {articles: "Articles", people: "People", places: "Places", figures: "Figures"};
  function renderIndex() {
    const tab = state.tab;
    byId("index-title").textContent = TITLES[tab];
    document.querySelectorAll("#tabs button").forEach((button) => button.setAttribute("aria-pressed", button.dataset.tab === tab));
    byId("index-list").hidden = byId("index-in").hidden = tab !== "articles";
    byId("index-table").hidden = tab === "articles";
    if (tab === "articles") renderArticles();
    else renderTable(tab);
  }
  /** Show the page of what was found that is open, by the function `shown`. */
  function renderPage(found, all, shown) {
    const last = Math.max(Math.ceil(found.length / PAGE) - 1, 0);
    state.page = Math.min(state.page, last);
    shown(found.slice(state.page * PAGE, (state.page + 1) * PAGE));
    byId("index-count").textContent = `${found.length.toLocaleString("en")} of ${all.toLocaleString("en")} ${TITLES[state.tab].toLowerCase()}`;
    byId("page-number").textContent = `Page ${state.page + 1} of ${last + 1}`;
    byId("previous").disabled = state.page === 0;
    byId("next").disabled = state.page === last;
  }

  // Its people, places and figures: a row is an array, and an entity's last item says where it stands, as numbers of articles and facts

  const LISTS = {
    people: {name: (row) => fold(row[0]), "latest office": (row) => fold(row[2]), articles: (row) => row[3].length},
    places: {name: (row) => fold(row[0]), "kind and country": (row) => fold(row[2]), articles: (row) => row[3].length},
    figures: {what: (row) => fold(row[0]), value: (row) => row[3], when: (row) => row[5], article: (row) => fold(entries[row[7][0]][0])},
  };
  const lists = {};
  function rowsOf(tab) {
    if (!lists[tab]) lists[tab] = JSON.parse(byId(`list-${tab}`).textContent).map((row) => [row, fold(wordsOf(tab, row).join(" "))]);
    return lists[tab];
  }
  const wordsOf = (tab, row) => (tab === "figures" ? [row[0], row[1], row[4], row[6]] : [row[0], ...row[1], row[2]]);
  function renderTable(tab) {
    const words = fold(byId("index-search").value.trim());
    const rows = rowsOf(tab);
    const found = rows.filter(([, folded]) => folded.includes(words)).map(([row]) => row);
    renderPage(sorted(tab, found), rows.length, (shown) => {
      const resort = (sort) => {
        Object.assign(state, {order: sort, page: 0});
        renderIndex();
        byId("index-table").querySelector(`[data-sort="${sort.by}"]`).focus();
      };
      const heads = Object.keys(LISTS[tab]).map((by) => sortHead(by, state.order, resort));
      const head = make("thead", {role: "rowgroup"}, make("tr", {role: "row"}, ...heads));
      const body = make("tbody", {role: "rowgroup"}, ...shown.map(tab === "figures" ? figureRow : entityRow));
      byId("index-table").replaceChildren(make("table", {role: "table", class: tab, "aria-labelledby": "index-title"}, head, body));
    });
  }
  /** Values are compared within what can be compared: percent, dollars, metres. */
  function sorted(tab, rows) {
    if (!state.order) return rows;
    const {by, down} = state.order;
    const value = LISTS[tab][by];
    const unit = (a, b) => (by === "value" ? a[2][0] - b[2][0] || compare(a[2][1], b[2][1], false) : 0);
    return [...rows].sort((a, b) => unit(a, b) || compare(value(a), value(b), down));
  }
  const tableCell = (name, ...children) => make("td", {role: "cell", class: name}, ...children);
  const link = ([article, fact], words) => said(words, "a", {href: `#article-${article + 1}-${fact}`});
  const day = (article) => (entries[article][1] ? ` ${entries[article][1]}` : "");
  function figureRow([label, detail, , , when, , note, place]) {
    const what = tableCell("what", link(place, label), " ", note && said(note, "span", {class: "soft"}));
    const article = tableCell("article", said(entries[place[0]][0]), make("span", {class: "soft"}, day(place[0])));
    return make("tr", {role: "row"}, what, tableCell("value", said(detail)), tableCell("when", when), article);
  }
  function entityRow([name, variants, detail, places]) {
    const also = variants.length ? said(`also ${variants.join(", ")}`, "span", {class: "soft"}) : "";
    const where = make("ul", {hidden: ""});
    const onclick = (event) => {
      where.hidden = !where.hidden;
      event.currentTarget.setAttribute("aria-expanded", !where.hidden);
      where.replaceChildren(...places.map((place) => make("li", null, link(place, entries[place[0]][0]), make("span", {class: "soft"}, day(place[0])))));
    };
    const button = make("button", {type: "button", "aria-expanded": "false", onclick}, said(name, "b"));
    const count = new Set(places.map(([article]) => article)).size;
    return make("tr", {role: "row"}, tableCell("what", button, " ", also, where), tableCell("detail", said(detail)), tableCell("when", `${count}`));
  }

  // Its articles

  const folded = [];
  function matches() {
    const words = fold(byId("index-search").value.trim());
    const kind = byId("index-kind").value;
    if (!words && !kind) return entries.map((entry, at) => [at, entry, []]);
    return entries
      .map((entry, at) => {
        folded[at] = folded[at] || {title: fold(`${entry[0]} ${entry[2]}`), terms: entry[3].map((term) => fold(term[1]))};
        const hits = entry[3].filter((term, i) => (!kind || term[0] === kind) && folded[at].terms[i].includes(words));
        return [at, entry, hits, !kind && folded[at].title.includes(words)];
      })
      .filter(([, , hits, titled]) => hits.length || titled);
  }
  function renderArticles() {
    renderPage(matches(), entries.length, (found) => byId("index-list").replaceChildren(...found.map(entryItem)));
  }
  function entryItem([at, [title, published, name, terms], hits]) {
    const some = (wanted, number) => terms.filter(([kind]) => kind === wanted).slice(0, number);
    const shown = hits.length ? hits.slice(0, 8) : [...some("people", 4), ...some("places", 3)];
    const links = shown.map(([kind, words, fact]) => make("li", null, said(words, "a", {class: kind, href: `#article-${at + 1}-${fact}`})));
    const more = hits.length > 8 ? make("li", null, `and ${hits.length - 8} more`) : "";
    const under = make("p", null, [published, name === title ? "" : name].filter(Boolean).join(" · "));
    return make("li", null, said(title, "a", {class: "title", href: `#article-${at + 1}`}), under, links.length ? make("ul", null, ...links, more) : "");
  }
  function turn(by) {
    state.page += by;
    renderIndex();
    byId("index-title").scrollIntoView();
  }

  // Which view

  function openArticle(at, fact) {
    Object.assign(state, {article: JSON.parse(pieces[at].textContent), words: "", sort: null, chosen: null});
    if (fact in state.article.facts) state.off.delete(state.article.facts[fact].kind);
    byId("search").value = "";
    document.title = `${state.article.title || state.article.name} · newsfacts`;
    hideCard();
    renderArticle();
    renderFilters();
    renderSheet();
  }
  function route() {
    const asked = /^#article-(\d+)(?:-(\d+))?$/.exec(location.hash);
    const at = pieces.length === 1 ? 0 : asked ? Number(asked[1]) - 1 : -1;
    const open = at in entries;
    const tab = location.hash.slice(1);
    if (!open && (tab in TITLES || !tab) && state.tab !== (tab || "articles")) {
      Object.assign(state, {tab: tab || "articles", page: 0, order: null});
    }
    byId("view").hidden = document.querySelector(".tools").hidden = !open;
    byId("index").hidden = open;
    byId("back").hidden = pieces.length === 1 || !open;
    document.querySelector(".skip").textContent = open ? "Skip to the article" : "Skip to the articles";
    if (open) showArticle(at, asked && asked[2]);
    else showIndex();
  }
  function showArticle(at, fact) {
    openArticle(at, fact);
    if (pieces.length > 1) scrollTo(0, 0);
    if (fact in state.article.facts) choose(Number(fact), "sheet");
    else if (pieces.length > 1) byId("article").querySelector("h1").focus({preventScroll: true});
    state.opened = at;
  }
  /** The index, where it was left: who reads with the keyboard goes on from the article that was open. */
  function showIndex() {
    document.title = "Fact report · newsfacts";
    hideCard();
    renderIndex();
    const last = byId("index-list").querySelector(`a[href="#article-${state.opened + 1}"]`);
    if (last && state.opened !== null && state.tab === "articles") {
      last.scrollIntoView({block: "center", behavior: "instant"});
      last.focus({preventScroll: true});
    } else scrollTo(0, 0);
  }

  const text = byId("article");
  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark) showCard(mark, factsAt(mark));
    else leaveCard();
  });
  text.addEventListener("mouseleave", leaveCard);
  text.addEventListener("focusin", (event) => event.target.matches("mark") && showCard(event.target, factsAt(event.target)));
  text.addEventListener("focusout", hideCard);
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark:not(.off)");
    if (mark) choose(Number(mark.dataset.fact), "text");
  });
  onKey(text, "mark:not(.off)", (mark) => choose(Number(mark.dataset.fact), "text"));

  const sheet = byId("sheet");
  const dotFact = (circle) => showCard(circle, [state.article.facts[circle.dataset.fact]]);
  sheet.addEventListener("mouseover", (event) => (event.target.matches("circle") ? dotFact(event.target) : leaveCard()));
  sheet.addEventListener("mouseleave", leaveCard);
  sheet.addEventListener("focusin", (event) => event.target.matches("circle") && dotFact(event.target));
  sheet.addEventListener("focusout", hideCard);
  sheet.addEventListener("click", (event) => {
    const target = event.target.closest("circle, tr[data-fact]");
    if (target && !event.target.closest("button") && getSelection().isCollapsed) choose(Number(target.dataset.fact), "sheet");
  });
  onKey(sheet, "circle", (circle) => choose(Number(circle.dataset.fact), "sheet"));
  card.addEventListener("mouseenter", () => clearTimeout(closing));
  card.addEventListener("mouseleave", leaveCard);
  /** What a click does, done by Enter and space on elements that aren't buttons by themselves. */
  function onKey(within, selector, act) {
    within.addEventListener("keydown", (event) => {
      if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches(selector)) return;
      event.preventDefault();
      act(event.target);
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideCard());
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault(); // the address says which article is open
    byId("main").focus();
  });
  byId("search").addEventListener("input", (event) => {
    state.words = fold(event.target.value.trim());
    renderSheet();
  });
  byId("index-search").addEventListener("input", () => ((state.page = 0), renderIndex()));
  byId("index-kind").addEventListener("change", () => ((state.page = 0), renderIndex()));
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("back").addEventListener("click", () => (location.hash = state.tab === "articles" ? "" : state.tab));
  byId("tabs").addEventListener("click", (event) => {
    if (event.target.matches("button")) location.hash = event.target.dataset.tab;
  });
  byId("copy-json").addEventListener("click", () => copy(shownJson(), "JSON"));
  byId("copy-csv").addEventListener("click", () => copy(shownCsv(), "CSV"));
  byId("save-json").addEventListener("click", () => save(shownJson(), "application/json", "json"));
  byId("save-csv").addEventListener("click", () => save(shownCsv(), "text/csv", "csv"));
  byId("theme").addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  addEventListener("hashchange", route);
  route();
})();
