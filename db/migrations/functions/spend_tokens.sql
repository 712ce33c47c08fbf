-- Counts what a turn has taken of a model to the shop's day, and tells what it has spent on that day, as spent_tokens does.
-- A shop's turns that asked a model wait here for one another until they commit.
-- Writes: cold.llm_usage.
create or replace function app.spend_tokens(p_turn app.turn, p_facts jsonb) returns jsonb
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  insert into cold.llm_usage as u (tenant_id, day, calls, tokens)
  select t.tenant_id, (p_turn.at at time zone t.time_zone)::date, 1,
         coalesce((p_facts ->> 'prompt_tokens')::bigint, 0) + coalesce((p_facts ->> 'completion_tokens')::bigint, 0)
  from cold.tenants t where t.tenant_id = p_turn.tenant_id
  on conflict (tenant_id, day) do update set calls = u.calls + 1, tokens = u.tokens + excluded.tokens;
  return app.spent_tokens(p_turn.tenant_id, p_turn.at);
end
$$;
