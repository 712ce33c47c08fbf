-- Keeps what a staff member did: the values of its subject ("stock:idly") before and after, of each as much as has changed.
-- The caller holds the lock of require_staff, so numbers have no gaps. p_undoes: the event this one takes back.
-- Writes: cold.staff_event.
create or replace function app.keep_staff_event(
  p_turn app.turn, p_member cold.staff_member, p_action text, p_subject text, p_before jsonb, p_after jsonb,
  p_undoes bigint default null
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.staff_event (tenant_id, event_no, member_id, action, subject, before, after, undoes, command_id, at)
  values (p_turn.tenant_id,
          1 + coalesce((select max(e.event_no) from cold.staff_event e where e.tenant_id = p_turn.tenant_id), 0),
          p_member.member_id, p_action, p_subject, p_before, p_after, p_undoes, p_turn.command_id, p_turn.at);
end
$$;
