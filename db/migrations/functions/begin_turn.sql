-- Opens or revives the session a turn belongs to, locks it, and registers the command.
-- p_turn: channel, chat, sender, name, language, command, tool, source, provider, prompt_tokens, completion_tokens,
-- llm_ms, llm_cost, strict. p_durable: commit synchronously, as everything that touches money, orders or stock must.
-- Writes: cold.customers, cold.customer_identity, cold.sessions, cold.turns, cold.llm_usage; hot rows through replay.
-- Raises: OC016 no such shop; OC015 through replay.
create or replace function app.begin_turn(p_tenant uuid, p_turn jsonb, p_durable boolean default false) returns app.turn
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  perform set_config(
    'synchronous_commit', case when p_durable or (p_turn ->> 'strict')::boolean then 'on' else 'off' end, true);
  if not exists (select from cold.tenants t where t.tenant_id = p_tenant) then
    raise exception 'no tenant %', p_tenant using errcode = 'OC016';
  end if;

  v_turn.tenant_id := p_tenant;
  v_turn.command_id := p_turn ->> 'command';
  v_turn.at := app.now();
  v_turn := app.enter_session(v_turn, p_turn);

  insert into cold.turns (tenant_id, command_id, session_id, tool, source, provider,
                          prompt_tokens, completion_tokens, llm_ms, llm_cost, at)
  values (p_tenant, v_turn.command_id, v_turn.session_id, p_turn ->> 'tool', p_turn ->> 'source',
          p_turn ->> 'provider', coalesce((p_turn ->> 'prompt_tokens')::integer, 0),
          coalesce((p_turn ->> 'completion_tokens')::integer, 0), coalesce((p_turn ->> 'llm_ms')::integer, 0),
          (p_turn ->> 'llm_cost')::numeric, v_turn.at)
  on conflict do nothing;
  v_turn.replayed := not found;
  if p_turn ->> 'provider' is not null and not v_turn.replayed then
    v_turn.spent := app.spend_tokens(v_turn, p_turn);
  end if;
  return v_turn;
end
$$;
