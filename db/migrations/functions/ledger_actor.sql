-- Who acted on an order, as the ledger names him: its customer by id, staff as they are given.
create or replace function app.ledger_actor(p_order cold.orders, p_actor text) returns text
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case p_actor when 'customer' then 'customer:' || p_order.customer_id else p_actor end;
end
$$;
