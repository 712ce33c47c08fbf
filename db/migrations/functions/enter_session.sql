-- Opens or revives the session of a person in a chat, and locks it: the turn given, there. p_who: channel, chat, sender,
-- name, language. Writes: cold.customers, cold.customer_identity, cold.sessions; hot rows through replay.
-- Raises: OC015 through replay.
create or replace function app.enter_session(p_turn app.turn, p_who jsonb) returns app.turn
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_opened_at timestamptz;
begin
  loop
    select s.session_id, s.customer_id into p_turn.session_id, p_turn.customer_id
      from app.open_session(p_turn.tenant_id, p_who, p_turn.at) s;
    perform pg_advisory_xact_lock(hashtextextended(p_turn.tenant_id || ':' || p_turn.session_id, 0));
    -- The sweep may have closed it between the look-up and the lock.
    select s.opened_at into v_opened_at from cold.sessions s
    where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id and s.closed_at is null;
    exit when found;
  end loop;
  -- A clock that was put back must not put events out of replay's sight.
  p_turn.at := greatest(p_turn.at, v_opened_at);
  if not exists (
    select from hot.session_state s where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id
  ) then
    perform app.replay(p_turn.tenant_id, p_turn.session_id);
  end if;
  return p_turn;
end
$$;
