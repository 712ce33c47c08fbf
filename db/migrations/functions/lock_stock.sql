-- Locks the stock of every counted item among lines, in the order of the items, so that two carts never wait for each
-- other. What is left must be read by a later statement: only that sees what the lock has waited for.
create or replace function app.lock_stock(p_turn app.turn, p_lines hot.session_cart[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform from cold.menu_item_stock s
  where s.tenant_id = p_turn.tenant_id and s.item_id in (select l.item_id from unnest(p_lines) l)
  order by s.item_id for update;
end
$$;
