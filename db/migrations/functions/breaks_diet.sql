-- Whether an option takes a dish out of a diet, or a dish can never be in it: the shop says so, by its mark, or by what it
-- contains. One without a mark is neutral unless it contains what the diet never has.
create or replace function app.breaks_diet(
  p_diet text, p_mark text, p_allergens text[], p_suitable_for text[], p_unsuitable_for text[]
) returns boolean
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return p_diet = any (p_unsuitable_for)
    or not p_diet = any (p_suitable_for) and case
      when p_diet in ('veg', 'jain', 'vegan') and p_mark in ('egg', 'non_veg') then true
      when p_diet = 'egg' and p_mark = 'non_veg' then true
      when p_diet = 'vegan' then p_allergens && '{dairy,egg,fish,crustacean,mollusc}'
      when p_mark is not null then false
      when p_diet in ('veg', 'jain') then p_allergens && '{egg,fish,crustacean,mollusc}'
      when p_diet = 'egg' then p_allergens && '{fish,crustacean,mollusc}'
      else false
    end;
end
$$;
