-- What a day of the shop came to, and the same weekday a week before, each up to p_at where that is sooner than its end:
-- as answer_questions has it, with the "day".
create or replace function app.day_summary(p_tenant uuid, p_day date, p_at timestamptz) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_zone text := (select t.time_zone from cold.tenants t where t.tenant_id = p_tenant);
  v_end timestamp := least(p_at at time zone v_zone, p_day + interval '1 day');
  v_more jsonb := jsonb '{"step": "hour", "most": 3}';
begin
  return jsonb_build_object('day', p_day) || app.answer_questions(
    p_tenant, app.summary_questions(),
    v_more || jsonb_build_object('since', p_day::timestamp at time zone v_zone, 'until', v_end at time zone v_zone),
    v_more || jsonb_build_object(
      'since', (p_day - 7)::timestamp at time zone v_zone, 'until', (v_end - interval '7 days') at time zone v_zone));
end
$$;
