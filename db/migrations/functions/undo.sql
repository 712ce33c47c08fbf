-- Takes back the last change a staff member has made and not yet taken back, all that one command has done; or nothing.
-- Writes: as undo_staff_event, record_staff_act, and tenants.menu_version.
-- Raises: OC030, OC031, OC039, OC040, OC087, OC089; OC038 nothing to take back.
create or replace function app.undo(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_member cold.staff_member := app.require_staff(v_turn, 'undo');
  v_command text;
  v_subjects text[];
  v_event cold.staff_event;
  v_first cold.staff_event;
  v_undone jsonb := jsonb '[]';
begin
  if v_turn.replayed then
    return app.session_view(v_turn, jsonb '{"staff": {}}');
  end if;
  select e.command_id into v_command from cold.staff_event e
  where e.tenant_id = p_tenant and e.member_id = v_member.member_id and e.undoes is null
    and not exists (select from cold.staff_event u where u.tenant_id = e.tenant_id and u.undoes = e.event_no)
    -- That one has come, or gone, is nothing one has changed by a right.
    and exists (select from app.staff_rights() r where r.action = e.action)
  order by e.event_no desc limit 1;
  if not found then
    raise exception 'nothing to undo' using errcode = 'OC038';
  end if;
  select array_agg(e.subject order by e.event_no) into v_subjects from cold.staff_event e
  where e.tenant_id = p_tenant and e.member_id = v_member.member_id and e.command_id = v_command;
  perform app.lock_subjects(p_tenant, v_subjects);
  for v_event in
    select e.* from cold.staff_event e
    where e.tenant_id = p_tenant and e.member_id = v_member.member_id and e.command_id = v_command
    order by e.event_no desc
  loop
    perform app.require_undoable(v_turn, v_event);
    perform app.undo_staff_event(v_turn, v_event, v_member);
    v_undone := jsonb_build_array(app.undone_view(v_turn, v_event)) || v_undone;
    v_first := v_event;
  end loop;
  perform app.require_open_tabs(p_tenant, v_subjects);
  perform app.record_staff_act(v_turn, v_member, 'undo', v_first.subject, v_first.after, v_first.before);
  perform app.menu_changed(p_tenant) where exists (
    select from unnest(v_subjects) s where split_part(s, ':', 1) not in ('order', 'tab', 'round', 'staff', 'room', 'invite'));
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('undone', v_undone)));
end
$$;
