-- Keeps the pieces of lines that are counted, or made of what is, for a session until its checkout expires, in place of what it held before.
-- The caller has locked the stock and judged that they are there. Writes: cold.stock_hold.
create or replace function app.hold_stock(p_turn app.turn, p_lines hot.session_cart[], p_checkout warm.checkouts)
  returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.drop_holds(p_turn);
  insert into cold.stock_hold (tenant_id, session_id, item_id, quantity, checkout_id, expires_at)
  select p_turn.tenant_id, p_turn.session_id, l.item_id, sum(l.quantity), p_checkout.checkout_id, p_checkout.expires_at
  from unnest(p_lines) l
  where exists (select from cold.menu_item_stock s where s.tenant_id = p_turn.tenant_id and s.item_id = l.item_id)
    or exists (select from cold.recipe r where r.tenant_id = p_turn.tenant_id and r.item_id = l.item_id)
  group by l.item_id;
end
$$;
