-- A list of words with more of them at its end, each once; at most 50, of 64 characters. p_had: a JSON array or null.
create or replace function app.with_words(p_had jsonb, p_more text[]) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(w.word order by w.place), '[]')
    from (
      select x.word, min(x.place) as place
      from (
        select h.word, h.place from jsonb_array_elements_text(coalesce(p_had, '[]')) with ordinality as h (word, place)
        union all
        select left(btrim(m.word), 64), 50 + m.place from unnest(p_more) with ordinality as m (word, place)
        where btrim(m.word) <> ''
      ) x
      group by x.word order by 2 limit 50
    ) w);
end
$$;
