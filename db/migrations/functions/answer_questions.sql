-- The rows of several questions for a time, and for p_before, null: for nothing else: {"now": {question: rows}, "before": …}.
create or replace function app.answer_questions(p_tenant uuid, p_questions text[], p_args jsonb, p_before jsonb)
  returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select jsonb_build_object(
      'now', jsonb_object_agg(q.name, app.answer_question(p_tenant, q.name, p_args)),
      'before', case when p_before is not null then
        jsonb_object_agg(q.name, app.answer_question(p_tenant, q.name, p_before)) end)
    from unnest(p_questions) q (name));
end
$$;
