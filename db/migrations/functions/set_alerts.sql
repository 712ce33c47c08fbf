-- Has the room this is said in told of p_alerts by itself from now on, or (not p_on) no more; with none of them it is only
-- shown. "alerts" of the staff record: what it hears of, and all there is to hear of.
-- Writes: as put_alerts; cold.staff_event.
-- Raises: OC030, OC031, OC070 this is no room; OC072 there is no such alert.
create or replace function app.set_alerts(p_tenant uuid, p_turn jsonb, p_alerts text[], p_on boolean) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'set_alerts');
  v_all constant text[] := app.usual_alerts('owner');
  v_subject constant text := 'alerts:' || (p_turn ->> 'channel') || ':' || (p_turn ->> 'chat');
  v_before constant jsonb := app.staff_value(v_turn, v_subject);
  v_room cold.room;
  v_heard text[];
  v_hears text[];
begin
  select * into v_room from cold.room r
  where r.tenant_id = p_tenant and r.channel = p_turn ->> 'channel' and r.chat = p_turn ->> 'chat' and r.unbound_at is null;
  if not found then
    raise exception 'no room'
      using errcode = 'OC070', detail = jsonb '{"room": "terminal", "rooms": "a group in Telegram"}';
  elsif not p_alerts <@ v_all then
    raise exception 'no such alert: %', p_alerts
      using errcode = 'OC072', detail = jsonb_build_object('kind', array_to_string(p_alerts, ', '));
  end if;
  v_heard := coalesce(v_room.alerts, app.usual_alerts(v_room.kind));
  v_hears := array(
    select a from unnest(v_all) with ordinality as x (a, n)
    where case when a = any (p_alerts) then p_on else a = any (v_heard) end order by n);
  if not v_turn.replayed and not (v_hears <@ v_heard and v_heard <@ v_hears) then
    perform app.put_alerts(p_tenant, v_room.channel, v_room.chat, v_hears);
    perform app.record_staff_event(
      v_turn, v_member, 'set_alerts', v_subject, v_before, app.staff_value(v_turn, v_subject));
    v_heard := v_hears;
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('alerts', jsonb_build_object(
    'all', v_all, 'heard', v_heard, 'changed', coalesce(p_alerts <> '{}', false)))));
end
$$;
