-- The values of several things that an act of the staff may change, by subject, locked: record_changes tells by them what it
-- has changed.
create or replace function app.staff_values(p_turn app.turn, p_subjects text[]) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_subject text;
  v_values jsonb := jsonb '{}';
begin
  foreach v_subject in array p_subjects loop
    v_values := v_values || jsonb_build_object(v_subject, app.staff_value(p_turn, v_subject));
  end loop;
  return v_values;
end
$$;
