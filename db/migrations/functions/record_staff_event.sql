-- Keeps what a staff member did to one thing, and tells the ledger. Writes: as keep_staff_event and record_staff_act.
create or replace function app.record_staff_event(
  p_turn app.turn, p_member cold.staff_member, p_action text, p_subject text, p_before jsonb, p_after jsonb
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform app.keep_staff_event(p_turn, p_member, p_action, p_subject, p_before, p_after);
  perform app.record_staff_act(p_turn, p_member, p_action, p_subject, p_before, p_after);
end
$$;
