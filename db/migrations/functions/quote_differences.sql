-- What the charges of a quote are otherwise than in the one the customer saw: those that moved ({"kind": "charge", "charge",
-- "item_name", "was", "now"}) and a code that no longer gives anything ({"kind": "coupon", "coupon": {code, reason, …}}); []
-- when nothing. Tax that is part of prices which have moved themselves is not told again.
create or replace function app.quote_differences(p_was jsonb, p_now jsonb) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    with was as (
      select c.kind, c.name, c.is_included, sum(c.amount) as amount from app.quote_charges(p_was) c group by 1, 2, 3
    ), now as (
      select c.kind, c.name, c.is_included, sum(c.amount) as amount from app.quote_charges(p_now) c group by 1, 2, 3
    ), moved as (
      select kind, name, is_included, w.amount as was, n.amount as now
      from was w full join now n using (kind, name, is_included)
      where w.amount is distinct from n.amount
    ), told as (
      select 0 as place, '' as kind, '' as name, jsonb_build_object(
        'kind', 'coupon', 'item_name', '', 'coupon', p_now -> 'coupon') as difference
      where p_now -> 'coupon' <> 'null' and p_was -> 'coupon' is distinct from p_now -> 'coupon'
      union all
      select 1, m.kind, m.name, jsonb_build_object(
        'kind', 'charge', 'charge', m.kind, 'item_name', m.name,
        'was', coalesce(m.was, 0)::numeric(12,2)::text, 'now', coalesce(m.now, 0)::numeric(12,2)::text)
      from moved m
      where not (m.kind = 'discount' and p_now -> 'coupon' <> 'null')
        and not (m.is_included and p_was -> 'subtotal' <> p_now -> 'subtotal')
    )
    select coalesce(jsonb_agg(t.difference order by t.place, t.kind, t.name), '[]') from told t);
end
$$;
