-- What of a changed line goes against the customer's rules and did not before, in the form of line_conflicts.
-- A conflict the old line has stays with it until it is accepted: getting rid of another one must not be refused for it.
create or replace function app.added_conflicts(p_turn app.turn, p_old jsonb, p_new jsonb) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_new jsonb := app.line_conflicts(p_turn, p_new);
begin
  if v_new = '[]' then
    return v_new;
  end if;
  return (
    select coalesce(jsonb_agg(n.value order by n.ordinality), '[]')
    from jsonb_array_elements(v_new) with ordinality n
    where not app.line_conflicts(p_turn, p_old) @> jsonb_build_array(n.value - 'because'));
end
$$;
