-- Answers a question about the shop: what analytics/sql says of it for p_args (since, until and what it takes besides), and
-- for p_before, to compare it with. "summary" is all that the summary of a day tells.
-- Raises: OC030, OC031; OC090 there is no such question; OC091 no time, or more than two years of it;
-- OC092 it takes too long.
create or replace function app.ask_shop(
  p_tenant uuid, p_turn jsonb, p_question text, p_args jsonb, p_before jsonb default null
) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
  v_asked jsonb;
begin
  perform app.require_staff(v_turn, 'ask_shop');
  if exists (
    select from (values (p_args), (p_before)) a (args)
    where a.args is not null and not coalesce(
      (a.args ->> 'until')::timestamptz - (a.args ->> 'since')::timestamptz between interval '1 second' and interval '740 days',
      false))
  then
    raise exception 'no such period: %', p_args using errcode = 'OC091';
  end if;
  begin
    v_asked := app.answer_questions(
      p_tenant, case p_question when 'summary' then app.summary_questions() else array[p_question] end, p_args, p_before);
  exception when query_canceled then
    -- The message would come again, and again take too long.
    raise exception 'this takes too long: %', p_args using errcode = 'OC092';
  end;
  if v_asked #> array['now', p_question] = 'null' then
    raise exception 'there is no question %', p_question
      using errcode = 'OC090', detail = jsonb_build_object('question', p_question);
  end if;
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object('answer', v_asked)));
end
$$;
