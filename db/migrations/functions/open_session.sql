-- The open session of one person in one chat; opens one, and a customer's record, where there is none.
-- Writes: cold.customers, cold.customer_identity, cold.sessions.
create or replace function app.open_session(p_tenant uuid, p_turn jsonb, p_at timestamptz)
  returns table (session_id text, customer_id uuid)
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_channel text := p_turn ->> 'channel';
  v_chat text := p_turn ->> 'chat';
  v_sender text := p_turn ->> 'sender';
begin
  return query
    select s.session_id, s.customer_id from cold.sessions s
    where s.tenant_id = p_tenant and s.channel = v_channel and s.chat = v_chat and s.sender = v_sender
      and s.closed_at is null;
  if found then
    return;
  end if;

  -- Two first messages at once must not make two customers.
  perform pg_advisory_xact_lock(hashtextextended(p_tenant || ':' || v_channel || ':' || v_sender, 1));
  if not exists (
    select from cold.customer_identity i where i.tenant_id = p_tenant and i.channel = v_channel and i.sender = v_sender
  ) then
    with newcomer as (
      insert into cold.customers values (p_tenant, gen_random_uuid(), p_at) returning *
    )
    insert into cold.customer_identity (tenant_id, channel, sender, customer_id, name, language)
    select p_tenant, v_channel, v_sender, n.customer_id, left(p_turn ->> 'name', 128), left(p_turn ->> 'language', 16)
    from newcomer n;
  end if;

  insert into cold.sessions (tenant_id, session_id, channel, chat, sender, customer_id, opened_at, dietary)
  select p_tenant, 'sess_' || replace(gen_random_uuid()::text, '-', ''), v_channel, v_chat, v_sender, i.customer_id, p_at,
         coalesce((select d.dietary from cold.customer_dietary d
                   where d.tenant_id = p_tenant and d.customer_id = i.customer_id), '{}')
  from cold.customer_identity i
  where i.tenant_id = p_tenant and i.channel = v_channel and i.sender = v_sender
  on conflict do nothing;
  return query
    select s.session_id, s.customer_id from cold.sessions s
    where s.tenant_id = p_tenant and s.channel = v_channel and s.chat = v_chat and s.sender = v_sender
      and s.closed_at is null;
end
$$;
