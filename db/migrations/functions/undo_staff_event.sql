-- Takes back what a staff event did: its subject gets the value it had before, and an event of its own says so.
-- Writes: as put_staff_value, and cold.staff_event.
-- Raises: OC031 it is no longer his to do; OC040 changed since; and as require_undoable.
create or replace function app.undo_staff_event(
  p_turn app.turn, p_event cold.staff_event, p_member cold.staff_member
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_there app.turn := p_turn;
begin
  perform app.require_staff(p_turn, p_event.action);
  if p_event.subject like 'table:%' then
    select (app.enter_session(p_turn, to_jsonb(s))).* into v_there from cold.sessions s
    where s.tenant_id = p_turn.tenant_id and s.session_id = split_part(p_event.subject, ':', 2);
  elsif p_event.subject like 'order:%' then
    perform app.require_undoable(p_turn, p_event);
  end if;
  if app.staff_value(v_there, p_event.subject) is distinct from p_event.after or exists (
    select from cold.staff_event e
    where e.tenant_id = p_turn.tenant_id and e.subject = p_event.subject and e.event_no > p_event.event_no
      and e.undoes is null
      and not exists (select from cold.staff_event u where u.tenant_id = e.tenant_id and u.undoes = e.event_no)
  ) then
    raise exception '% was changed since', p_event.subject
      using errcode = 'OC040', detail = app.undone_view(p_turn, p_event) - 'action' - 'before';
  end if;
  perform app.put_staff_value(v_there, p_event.subject, p_event.before);
  perform app.record_staff_event(
    p_turn, p_member, 'undo', p_event.subject, p_event.after, p_event.before, p_event.event_no);
end
$$;
