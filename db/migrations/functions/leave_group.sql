-- The bot is in a group no more: what was a room there ends. p_by: the user id of whoever removed it; p_command: the update
-- that told. Returns how many rooms ended. Writes: as put_room; cold.staff_event.
create or replace function app.leave_group(p_tenant uuid, p_channel text, p_group text, p_by text, p_command text)
  returns integer
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn;
  v_member cold.staff_member;
  v_room cold.room;
  v_ended integer := 0;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_tenant::text, 2));
  v_turn.tenant_id := p_tenant;
  v_turn.command_id := p_command;
  v_turn.at := app.now();
  select m.* into v_member from cold.staff_member m
  where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = p_by and m.revoked_at is null;
  for v_room in
    select r.* from cold.room r
    where r.tenant_id = p_tenant and r.channel = p_channel and split_part(r.chat, '/', 1) = p_group and r.unbound_at is null
    order by r.chat
  loop
    perform app.put_room(p_tenant, p_channel, v_room.chat, null, null, p_channel || ':' || p_by, v_turn.at);
    perform app.record_staff_event(
      v_turn, v_member, 'leave_group', 'room:' || p_channel || ':' || v_room.chat,
      jsonb_build_object('kind', v_room.kind, 'stations', v_room.stations),
      jsonb_build_object('kind', null, 'by', p_channel || ':' || p_by));
    v_ended := v_ended + 1;
  end loop;
  return v_ended;
end
$$;
