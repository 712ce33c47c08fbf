-- Gives what a staff event is about a value as staff_value has it; the caller has locked it.
-- Writes: cold.menu_item, staff_invite; as put_stock, put_ingredient, put_low_mark, put_order_back, put_role, put_room, put_tab,
-- put_round, reopen_grant and reopen_room.
-- Raises: as put_order_back, put_tab, put_round, require_rank.
create or replace function app.put_staff_value(p_turn app.turn, p_subject text, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_of text := substr(p_subject, strpos(p_subject, ':') + 1);
  v_channel text := split_part(v_of, ':', 1);
  v_member cold.staff_member;
begin
  case split_part(p_subject, ':', 1)
  when 'stock' then
    perform app.put_stock(p_turn.tenant_id, v_of, (p_value ->> 'quantity')::integer);
  when 'item' then
    update cold.menu_item i set
      is_available = (p_value ->> 'is_available')::boolean,
      unavailable_until = (p_value ->> 'unavailable_until')::timestamp at time zone 'utc'
    where i.tenant_id = p_turn.tenant_id and i.item_id = v_of;
  when 'price' then
    update cold.menu_item i set price = (p_value ->> 'price')::numeric
    where i.tenant_id = p_turn.tenant_id and i.item_id = v_of;
  when 'ingredient' then
    perform app.put_ingredient(p_turn.tenant_id, v_of, split_part(p_value ->> 'stock', ' ', 1)::numeric);
  when 'low' then
    perform app.put_low_mark(p_turn.tenant_id, p_subject, split_part(p_value ->> 'low_at', ' ', 1)::numeric);
  when 'order' then
    perform app.put_order_back(p_turn, v_of::uuid, p_value);
  when 'tab' then
    perform app.put_tab(p_turn, v_of::uuid, p_value);
  when 'round' then
    perform app.put_round(p_turn, app.lock_order(p_turn.tenant_id, v_channel::uuid),
                          nullif(split_part(v_of, ':', 2), '')::integer, p_value);
  when 'staff' then
    v_member := app.require_staff(p_turn, 'add_staff');
    perform app.require_rank(v_member, app.staff_value(p_turn, p_subject) ->> 'role', p_value ->> 'role');
    perform app.put_role(p_turn.tenant_id, v_channel, substr(v_of, strpos(v_of, ':') + 1), null,
                         v_member.channel || ':' || v_member.sender, p_turn.at);
    perform app.reopen_grant(p_turn.tenant_id, (p_value ->> 'member')::uuid);
  when 'room' then
    v_member := app.require_staff(p_turn, 'bind_room');
    perform app.put_room(p_turn.tenant_id, v_channel, substr(v_of, strpos(v_of, ':') + 1), null, null,
                         v_member.channel || ':' || v_member.sender, p_turn.at);
    perform app.reopen_room(p_turn.tenant_id, (p_value ->> 'room')::uuid);
  when 'alerts' then
    perform app.put_alerts(p_turn.tenant_id, v_channel, substr(v_of, strpos(v_of, ':') + 1), case
      when jsonb_typeof(p_value -> 'alerts') = 'array' then array(select jsonb_array_elements_text(p_value -> 'alerts')) end);
  when 'invite' then
    update cold.staff_invite i set expires_at = p_turn.at
    where i.tenant_id = p_turn.tenant_id and i.invite_id::text = v_of;
  end case;
end
$$;
