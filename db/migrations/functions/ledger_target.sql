-- Where the ledger says an act on an order was: "Table 4" for what is on a tab, else the order itself.
create or replace function app.ledger_target(p_order cold.orders) returns text
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case when p_order.tab_id is null then 'order:' || p_order.order_id else 'Table ' || app.order_table(p_order) end;
end
$$;
