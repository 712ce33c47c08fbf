-- Opens or revives the session a turn belongs to, locks it, and registers the command.
-- p_turn: channel, chat, sender, name, language, command, tool, source, provider, prompt_tokens, completion_tokens,
-- llm_ms, strict. p_durable: commit synchronously, as everything that touches money, orders or stock must.
-- Writes: cold.customers, cold.customer_identity, cold.sessions, cold.turns; hot rows through replay.
-- Raises: OC016 no such shop; OC015 through replay.
create or replace function app.begin_turn(p_tenant uuid, p_turn jsonb, p_durable boolean default false) returns app.turn
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn;
  v_opened_at timestamptz;
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
  loop
    select s.session_id, s.customer_id into v_turn.session_id, v_turn.customer_id
      from app.open_session(p_tenant, p_turn, v_turn.at) s;
    perform pg_advisory_xact_lock(hashtextextended(p_tenant || ':' || v_turn.session_id, 0));
    -- The sweep may have closed it between the look-up and the lock.
    select s.opened_at into v_opened_at from cold.sessions s
    where s.tenant_id = p_tenant and s.session_id = v_turn.session_id and s.closed_at is null;
    exit when found;
  end loop;
  -- A clock that was put back must not put events out of replay's sight.
  v_turn.at := greatest(v_turn.at, v_opened_at);

  if not exists (
    select from hot.session_state s where s.tenant_id = p_tenant and s.session_id = v_turn.session_id
  ) then
    perform app.replay(p_tenant, v_turn.session_id);
  end if;

  insert into cold.turns (tenant_id, command_id, session_id, tool, source, provider,
                          prompt_tokens, completion_tokens, llm_ms, at)
  values (p_tenant, v_turn.command_id, v_turn.session_id, p_turn ->> 'tool', p_turn ->> 'source',
          p_turn ->> 'provider', coalesce((p_turn ->> 'prompt_tokens')::integer, 0),
          coalesce((p_turn ->> 'completion_tokens')::integer, 0), coalesce((p_turn ->> 'llm_ms')::integer, 0), v_turn.at)
  on conflict do nothing;
  v_turn.replayed := not found;
  return v_turn;
end
$$;
