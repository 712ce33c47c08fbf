-- Keeps what an act of the staff has changed of several things, an event for each that is not as p_was (staff_values) has it.
-- What is undone goes the other way round: name a tab before its orders. p_told: what the log tells besides, such as a
-- reason. Writes: as keep_staff_event.
create or replace function app.record_changes(
  p_turn app.turn, p_member cold.staff_member, p_action text, p_subjects text[], p_was jsonb, p_told jsonb default '{}'
) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_subject text;
  v_was jsonb;
  v_is jsonb;
begin
  foreach v_subject in array p_subjects loop
    v_was := p_was -> v_subject;
    v_is := app.staff_value(p_turn, v_subject);
    continue when v_is = v_was;
    perform app.keep_staff_event(
      p_turn, p_member, p_action, v_subject, app.value_change(v_was, v_is),
      app.value_change(v_is, v_was) || case when p_told = '{}' then p_told else jsonb_build_object('told', p_told) end);
  end loop;
end
$$;
