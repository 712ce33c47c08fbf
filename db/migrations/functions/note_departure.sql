-- Somebody of the staff is in a group with rooms no more: that is put on record once, and his grant stays, for it is not the
-- group's to take. p_command: the update that told. Returns whether it was news. Writes: cold.staff_event.
create or replace function app.note_departure(p_tenant uuid, p_channel text, p_group text, p_sender text, p_command text)
  returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn;
  v_member cold.staff_member;
  v_subject text := 'staff:' || p_channel || ':' || p_sender;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  perform pg_advisory_xact_lock(hashtextextended(p_tenant::text, 2));
  v_turn.tenant_id := p_tenant;
  v_turn.command_id := p_command;
  v_turn.at := app.now();
  select m.* into v_member from cold.staff_member m
  where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = p_sender and m.revoked_at is null;
  if not found or not exists (
    select from cold.room r
    where r.tenant_id = p_tenant and r.channel = p_channel and split_part(r.chat, '/', 1) = p_group and r.unbound_at is null
  ) or exists (
    -- A bot that is an administrator is told twice.
    select from cold.staff_event e
    where e.tenant_id = p_tenant and e.subject = v_subject and e.action = 'note_departure'
      and e.at > v_turn.at - interval '1 minute'
  ) then
    return false;
  end if;
  perform app.record_staff_event(
    v_turn, v_member, 'note_departure', v_subject,
    jsonb_build_object('role', v_member.role), jsonb_build_object('role', v_member.role, 'left', p_group));
  return true;
end
$$;
