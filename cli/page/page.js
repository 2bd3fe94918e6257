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
  const state = {article: null, off: new Set(), words: "", sort: null, chosen: null, page: 0};

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

  // What a fact says

  const times = (fact) => `${fact.mentions} mention${fact.mentions === 1 ? "" : "s"}`;
  function sentence(fact) {
    if (fact.kind === "figures") return [`${fact.label} ${fact.detail}`, fact.when].filter(Boolean).join(" · ");
    return [fact.label, fact.detail, fact.kind === "dates" ? "" : times(fact)].filter(Boolean).join(" · ");
  }
  function isShown(fact) {
    return !state.off.has(fact.kind) && fold(sentence(fact)).includes(state.words);
  }
  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  // The article and its marks

  function nodes(children) {
    return children.map((node) => {
      if (typeof node === "string") return node;
      const [id, begins, ...inner] = node;
      if (id < 0) return make("p", null, ...nodes(inner));
      const kind = state.article.facts[id].kind;
      const attributes = {class: kind, "data-fact": id};
      if (begins) attributes.tabindex = 0;
      else attributes["data-continued"] = "";
      return make("mark", attributes, ...nodes(inner));
    });
  }
  function renderArticle() {
    const {tree, headed, title, name, published} = state.article;
    const blocks = nodes(tree).filter((block) => typeof block !== "string");
    const headline = make("h1", null);
    if (headed) headline.append(...blocks.shift().childNodes);
    else headline.append(title || name);
    const byline = make("p", {class: "byline"}, [name, published ? `published ${published}` : "day of publication unknown"].join(" · "));
    byId("article").replaceChildren(headline, byline, make("div", {class: "text"}, ...blocks));
  }
  const marksOf = (id) => document.querySelectorAll(`mark[data-fact="${id}"]`);

  function showCard(mark) {
    const facts = [];
    for (let at = mark; at; at = at.parentElement.closest("mark")) {
      const fact = state.article.facts[at.dataset.fact];
      if (!at.classList.contains("off") && !facts.includes(fact)) facts.push(fact);
    }
    if (!facts.length) return hideCard();
    card.replaceChildren(...facts.map((fact) => make("p", null, sentence(fact))));
    card.hidden = false;
    const box = mark.getClientRects()[0];
    const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 8);
    const below = box.bottom + 6 + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(left, 8) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
    mark.setAttribute("aria-describedby", "card");
    return undefined;
  }
  function hideCard() {
    card.hidden = true;
    document.querySelectorAll("mark[aria-describedby]").forEach((mark) => mark.removeAttribute("aria-describedby"));
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
      showCard(target);
    }
  }

  // The fact sheet

  function factButton(id, ...children) {
    const chosen = state.chosen === id ? " chosen" : "";
    return make("button", {type: "button", class: `fact${chosen}`, "data-fact": id, onclick: () => choose(id, "sheet")}, ...children);
  }
  function plainFact([id, fact]) {
    const detail = fact.detail ? make("span", {class: "detail"}, ` ${fact.detail}`) : "";
    return make("li", null, factButton(id, make("b", null, fact.label), detail, make("span", {class: "times"}, fact.mentions > 1 ? ` ×${fact.mentions}` : "")));
  }
  const list = (shown) => make("ul", null, ...shown.map(plainFact));

  function timeLine(shown) {
    const day = (fact) => fact.day || "9999";
    const sorted = [...shown].sort(([, a], [, b]) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
    const item = ([id, fact]) => make("li", {class: fact.day ? "" : "undated"}, factButton(id, make("b", null, fact.detail), make("span", {class: "raw"}, ` “${fact.label}”`)));
    return make("ol", {class: "line"}, ...sorted.map(item));
  }
  function places(shown) {
    const known = shown.filter(([, fact]) => fact.point);
    if (!known.length) return list(shown);
    const map = make("svg", {class: "map", viewBox: `0 0 ${MAP.width} ${MAP.height}`, role: "img", "aria-label": `Map of the world with ${known.length} places, which the list below names`});
    map.append(make("use", {href: "#land", class: "land"}));
    for (const [id, fact] of known) {
      const [longitude, latitude] = fact.point;
      const at = {cx: ((longitude + 180) / MAP.unit).toFixed(1), cy: ((MAP.north - latitude) / MAP.unit).toFixed(1), r: 9};
      map.append(make("circle", {...at, "data-fact": id, onclick: () => choose(id, "sheet")}, make("title", null, fact.label)));
    }
    return make("div", null, map, list(shown));
  }
  const SORTS = {what: "label", value: "number", kind: "type", when: "day"};
  function figures(shown) {
    const {sort} = state;
    const sorted = sort ? [...shown].sort((a, b) => compare(a[1][SORTS[sort.by]], b[1][SORTS[sort.by]], sort.down)) : shown;
    const heads = Object.keys(SORTS).map((by) => {
      const is = sort && sort.by === by;
      const onclick = () => {
        state.sort = {by, down: is ? !sort.down : false};
        renderSheet();
        byId("sheet").querySelector(`[data-sort="${by}"]`).focus();
      };
      const arrow = is ? (sort.down ? " ↓" : " ↑") : "";
      const order = is ? (sort.down ? "descending" : "ascending") : null;
      return make("th", {scope: "col", "aria-sort": order}, make("button", {type: "button", "data-sort": by, onclick}, by[0].toUpperCase() + by.slice(1) + arrow));
    });
    const row = ([id, fact]) =>
      make("tr", null, make("td", null, factButton(id, make("b", null, fact.label))), make("td", {class: "value"}, factButton(id, fact.detail)), make("td", {class: "kind"}, fact.type), make("td", {class: "when"}, fact.when));
    return make("table", {"aria-label": "Figures"}, make("thead", null, make("tr", null, ...heads)), make("tbody", null, ...sorted.map(row)));
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
      if (!("continued" in mark.dataset)) mark.tabIndex = off ? -1 : 0;
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
    const rows = shownFacts().map(([, {section, index}]) => {
      let row = {source: sheet.source.name, section, ...sheet[section][index]};
      if (Array.isArray(row.mentions)) row = {...row, ...row.mentions[0], mentions: row.mentions.length};
      const span = spans.findLast((found) => found.start <= row.start);
      row.sentence = span ? text.slice(span.start, span.end).join("") : "";
      row.holder_name = people.get(row.holder);
      return columns.map((column) => cell(row[column]));
    });
    return [columns, ...rows].map((row) => `${row.join(",")}\n`).join("");
  }
  function cell(value) {
    if (value === null || value === undefined) return "";
    let words = String(value);
    if (typeof value === "string" && /^[=+\-@\t\r\n＝＋－＠]/.test(words)) words = `'${words}`; // a spreadsheet would run it
    return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  }
  const shownJson = () => `${JSON.stringify(shownSheet(), null, 2)}\n`;

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
  function renderIndex() {
    const found = matches();
    const last = Math.max(Math.ceil(found.length / PAGE) - 1, 0);
    state.page = Math.min(state.page, last);
    const items = found.slice(state.page * PAGE, (state.page + 1) * PAGE).map(([at, [title, published, name, terms], hits]) => {
      const under = hits.length ? hits : terms.filter(([kind]) => kind === "people" || kind === "places").slice(0, 6);
      const more = hits.length > 5 ? ` and ${hits.length - 5} more` : "";
      const words = under.slice(0, hits.length ? 5 : 6).map(([, label]) => label);
      return make("li", null, make("a", {href: `#article-${at + 1}`}, title), make("p", null, [published, name].filter(Boolean).join(" · ")), make("p", null, words.join("; ") + more));
    });
    byId("index-list").replaceChildren(...items);
    byId("index-count").textContent = `${found.length.toLocaleString("en")} of ${entries.length.toLocaleString("en")} articles`;
    byId("page-number").textContent = `Page ${state.page + 1} of ${last + 1}`;
    byId("previous").disabled = state.page === 0;
    byId("next").disabled = state.page === last;
  }
  function turn(by) {
    state.page += by;
    renderIndex();
    byId("index-title").scrollIntoView();
  }

  // Which view

  function openArticle(at) {
    Object.assign(state, {article: JSON.parse(pieces[at].textContent), words: "", sort: null, chosen: null});
    byId("search").value = "";
    document.title = `${state.article.title || state.article.name} · newsfacts`;
    hideCard();
    renderArticle();
    renderFilters();
    renderSheet();
  }
  function route() {
    const asked = /^#article-(\d+)$/.exec(location.hash);
    const at = pieces.length === 1 ? 0 : asked ? Number(asked[1]) - 1 : -1;
    const open = at in entries;
    byId("view").hidden = document.querySelector(".tools").hidden = !open;
    byId("index").hidden = open;
    byId("back").hidden = pieces.length === 1 || !open;
    if (open) openArticle(at);
    else {
      document.title = "Fact report · newsfacts";
      hideCard();
      renderIndex();
    }
    if (asked || pieces.length > 1) scrollTo(0, 0);
  }

  const text = byId("article");
  text.addEventListener("mouseover", (event) => {
    const mark = event.target.closest("mark");
    if (mark) showCard(mark);
    else hideCard();
  });
  text.addEventListener("mouseleave", hideCard);
  text.addEventListener("focusin", (event) => event.target.closest("mark") && showCard(event.target));
  text.addEventListener("focusout", hideCard);
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark:not(.off)");
    if (mark) choose(Number(mark.dataset.fact), "text");
  });
  text.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("mark:not(.off)")) {
      event.preventDefault();
      choose(Number(event.target.dataset.fact), "text");
    }
  });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hideCard());
  byId("search").addEventListener("input", (event) => {
    state.words = fold(event.target.value.trim());
    renderSheet();
  });
  byId("index-search").addEventListener("input", () => ((state.page = 0), renderIndex()));
  byId("index-kind").addEventListener("change", () => ((state.page = 0), renderIndex()));
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  byId("back").addEventListener("click", () => (location.hash = ""));
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
