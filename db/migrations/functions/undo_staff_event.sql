-- Takes back what a staff event did: what it changed of its subject has the value it had before, and an event of its own says
-- so. Writes: as put_staff_value, and cold.staff_event. Raises: OC040 changed since; and as put_staff_value.
create or replace function app.undo_staff_event(
  p_turn app.turn, p_event cold.staff_event, p_member cold.staff_member
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_is jsonb := app.staff_value(p_turn, p_event.subject);
  v_changed text[] := array(select jsonb_object_keys(p_event.after - '{order_no,told}'::text[]));
begin
  if exists (select from unnest(v_changed) k where v_is -> k is distinct from p_event.after -> k) or exists (
    select from cold.staff_event e
    where e.tenant_id = p_turn.tenant_id and e.subject = p_event.subject and e.event_no > p_event.event_no
      and e.undoes is null
      and exists (select from unnest(v_changed) k where e.before -> k is distinct from e.after -> k)
      and not exists (select from cold.staff_event u where u.tenant_id = e.tenant_id and u.undoes = e.event_no)
  ) then
    raise exception '% was changed since', p_event.subject
      using errcode = 'OC040', detail = app.undone_view(p_turn, p_event) - 'action' - 'before';
  end if;
  perform app.put_staff_value(p_turn, p_event.subject, v_is || p_event.before);
  perform app.keep_staff_event(
    p_turn, p_member, 'undo', p_event.subject, p_event.after, p_event.before, p_event.event_no);
end
$$;
