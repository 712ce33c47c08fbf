-- How lines worth p_goods would be had: {"fee": {fee_id, name, amount} or null, "minutes": on top of the kitchen's,
-- "problems": what is missing or in the way, as app.quote has it}. p_order_type null: it is asked for. p_goods null: there
-- are no dishes yet, and none are missing. The caller has begun a turn.
create or replace function app.fulfilment(p_turn app.turn, p_order_type text, p_goods numeric) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_contact cold.customer_contact;
  v_zone cold.delivery_zone;
  v_slot timestamptz := app.slot_of(p_turn, p_order_type);
  v_least numeric := (
    select r.minimum_order from cold.order_rule r join cold.order_type_table y using (order_type_id)
    where r.tenant_id = p_turn.tenant_id and y.order_type_name = p_order_type);
  v_problems jsonb := jsonb '[]';
begin
  if p_order_type is null then
    v_problems := jsonb_build_array(jsonb_build_object(
      'kind', 'order_type_missing', 'offered', app.order_types(p_turn.tenant_id, null)));
  elsif p_order_type = 'delivery' then
    select * into v_contact from cold.customer_contact c
    where c.tenant_id = p_turn.tenant_id and c.customer_id = p_turn.customer_id;
    -- Found anew each time: a shop that redraws its zones is not bound by what it said before.
    select * into v_zone from cold.delivery_zone z
    where z.tenant_id = p_turn.tenant_id
      and z.zone_id = app.zone_for(p_turn.tenant_id, v_contact.address, v_contact.latitude, v_contact.longitude);
    v_least := greatest(v_least, v_zone.minimum_order);
    v_problems := coalesce(jsonb '[]' || app.place_problem(p_turn, v_contact, v_zone.zone_id), '[]');
  elsif p_order_type = 'dine_in' and (app.seat_is_over(p_turn) or not exists (
    select from cold.dining_table d
    join hot.session_state s on s.tenant_id = d.tenant_id and s.session_id = p_turn.session_id
    where d.tenant_id = p_turn.tenant_id and d.table_no = s.fulfilment ->> 'table_no'))
    and exists (select from cold.dining_table d where d.tenant_id = p_turn.tenant_id) then
    v_problems := jsonb_build_array(app.table_question(p_turn.tenant_id));
  end if;
  if p_goods < v_least then
    v_problems := v_problems || jsonb_build_object(
      'kind', 'minimum_order', 'least', v_least::text, 'missing', (v_least - p_goods)::text,
      'offered', case when v_problems = '[]' then to_jsonb(app.order_types(p_turn.tenant_id, null)) else '[]' end);
  end if;
  if app.slot_left(p_turn, v_slot) < 1 then
    v_problems := v_problems || jsonb_build_object('kind', 'slot_full', 'slots', app.free_slots(p_turn, v_slot));
  end if;
  return jsonb_build_object(
    'fee', case when v_zone.fee > 0 and (v_zone.free_from is null or p_goods < v_zone.free_from) then
      jsonb_build_object('fee_id', 'delivery', 'name', 'Delivery', 'amount', v_zone.fee::text) end,
    'minutes', coalesce(v_zone.minutes, 0),
    'problems', v_problems);
end
$$;
