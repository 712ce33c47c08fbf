-- Whether a dish suits a diet. veg and egg go by the colour of the mark; any other diet must be named by the shop, and a
-- dish of which the shop says nothing suits none.
create or replace function app.suits_diet(p_diet text, p_mark text, p_suitable_for text[]) returns boolean
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case
    when p_diet = 'veg' and p_mark is not null then p_mark = 'veg'
    when p_diet = 'egg' and p_mark is not null then p_mark <> 'non_veg'
    else p_diet = any (p_suitable_for)
  end;
end
$$;
