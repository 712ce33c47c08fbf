-- lock_items for all dishes of lines.
create or replace function app.lock_stock(p_turn app.turn, p_lines hot.session_cart[]) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.lock_items(p_turn.tenant_id, array(select l.item_id from unnest(p_lines) l));
end
$$;
