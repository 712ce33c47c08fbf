-- How many pieces of an item a session has in its cart, over every line.
create or replace function app.pieces_in_cart(p_turn app.turn, p_item text) returns integer
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(sum(c.quantity), 0)::integer from hot.session_cart c
    where c.tenant_id = p_turn.tenant_id and c.session_id = p_turn.session_id and c.item_id = p_item and c.is_active);
end
$$;
