create view offices_held as
select o.holder_name as holder, o.title, o.of_what, o.country, o.former, a.published, a.title as article_title, a.url,
       o.confidence, o.article, o.id, m.entity
from offices o join articles a on a.article = o.article
left join entity_mentions m on m.article = o.article and m.id = o.holder
where o.holder_name is not null;

create view timeline as
select d.first_day, d.last_day, 'date' as what, d.text, s.text as sentence, a.published, a.title as article_title, a.url, d.article
from dates d join articles a on a.article = d.article
left join sentences s on s.article = d.article and s.sentence = d.sentence
where d.first_day is not null
union all
select f.when_first, f.when_last, f.section, f.text, s.text, a.published, a.title, a.url, f.article
from figures f join articles a on a.article = f.article
left join sentences s on s.article = f.article and s.sentence = f.sentence
where f.when_first is not null;

create view figures_said as
select f.measure, f.value, f.low, f.high, coalesce(f.currency, f.unit) as unit, f.per, f.kind, f.direction, f.qualifier, f.status,
       f.when_value, f.when_first, f.when_last, coalesce(f.source_name, f.source) as said_by, s.text as sentence,
       a.published, a.title as article_title, a.url, f.section, f.confidence, f.article, f.number
from figures f join articles a on a.article = f.article
left join sentences s on s.article = f.article and s.sentence = f.sentence;
