-- Lets pieces more of an item into the cart as long as the stock holds all of them, over every line of the item.
-- What is in the cart is not kept for the customer: the confirmed order takes the stock.
-- Raises: OC005 none left, OC011 fewer left than the cart would hold.
create or replace function app.check_stock(p_turn app.turn, p_line jsonb, p_more integer) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_left integer := (
    select s.quantity from cold.menu_item_stock s
    where s.tenant_id = p_turn.tenant_id and s.item_id = p_line ->> 'item_id');
begin
  if v_left is null then
    return;
  elsif v_left = 0 then
    raise exception '% is sold out', p_line ->> 'item_id'
      using errcode = 'OC005', detail = jsonb_build_object('item', p_line -> 'item_name');
  elsif v_left < p_more + (
    select coalesce(sum(c.quantity), 0) from app.get_session_cart(p_turn.tenant_id, p_turn.session_id) c
    where c.item_id = p_line ->> 'item_id')
  then
    raise exception 'only % of % left', v_left, p_line ->> 'item_id'
      using errcode = 'OC011', detail = jsonb_build_object('item', p_line -> 'item_name', 'left', v_left);
  end if;
end
$$;
