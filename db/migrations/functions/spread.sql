-- Parts of an amount in proportion to weights, each with p_digits decimals, that add up to exactly the amount: what rounding
-- down leaves over goes to the largest remainders, the first of equals first. Without any weight all parts are 0.
create or replace function app.spread(p_amount numeric, p_weights numeric[], p_digits integer) returns numeric[]
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_unit constant numeric := power(10::numeric, -p_digits);
begin
  return (
    with share as (
      select w.place, trunc(s.exact, p_digits) as part, s.exact - trunc(s.exact, p_digits) as remainder
      from unnest(p_weights) with ordinality w (weight, place),
        lateral (select p_amount * w.weight / nullif((select sum(x) from unnest(p_weights) x), 0) as exact) s
    ), ranked as (
      select r.place, r.part,
             row_number() over (order by r.remainder desc, r.place) <= (p_amount - sum(r.part) over ()) / v_unit as gets_one
      from share r
    )
    select coalesce(array_agg(coalesce(r.part + case when r.gets_one then v_unit else 0 end, 0.00) order by r.place), '{}')
    from ranked r);
end
$$;
