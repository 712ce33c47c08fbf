-- What an order costs beyond its lines as it stands, in the form of app.quote_charges: as it was quoted when it was last
-- changed, else as it was placed.
create or replace function app.order_charges(p_tenant uuid, p_order uuid)
  returns table (
    charge_no bigint, kind text, name text, code text, rate numeric, base numeric, amount numeric, is_included boolean)
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_quote jsonb := (
    select e.data -> 'quote' from cold.order_event e
    where e.tenant_id = p_tenant and e.order_id = p_order and e.data ? 'quote' order by e.seq desc limit 1);
begin
  return query
    select c.ordinality, c.kind, c.name, c.code, c.rate, c.base, c.amount, c.is_included
    from app.quote_charges(v_quote) with ordinality c
    where v_quote is not null
    union all
    select c.charge_no, c.kind, c.name, c.code, c.rate, c.base, c.amount, c.is_included
    from cold.order_charge c
    where v_quote is null and c.tenant_id = p_tenant and c.order_id = p_order
    order by 1;
end
$$;
