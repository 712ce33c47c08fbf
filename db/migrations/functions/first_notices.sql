-- The oldest waiting notice of each lane of each chat of a channel, or of one chat: the only ones that may go, so that a
-- lane is told in order. It hops from lane to lane, so a long queue costs no more than a short one.
create or replace function app.first_notices(p_tenant uuid, p_channel text, p_chat text)
  returns table (outbox_id uuid, chat text, lane text, next_at timestamptz, lease_until timestamptz)
  language plpgsql stable rows 20
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  -- A variable: behind a fence an index takes no expression.
  v_from text := coalesce(p_chat, '');
begin
  return query
    with recursive first as (
      (select o.outbox_id, o.chat, o.lane, o.next_at, o.lease_until from cold.outbox o
       where o.tenant_id = p_tenant and o.channel = p_channel and o.status = 'new'
         and o.chat >= v_from
       order by o.chat, o.lane, o.position limit 1)
      union all
      select n.* from first f
      cross join lateral (
        select o.outbox_id, o.chat, o.lane, o.next_at, o.lease_until from cold.outbox o
        where o.tenant_id = p_tenant and o.channel = p_channel and o.status = 'new'
          and (o.chat, o.lane) > (f.chat, f.lane)
        order by o.chat, o.lane, o.position limit 1) n
      where p_chat is null or f.chat = p_chat)
    select f.outbox_id, f.chat, f.lane, f.next_at, f.lease_until from first f
    where f.chat = coalesce(p_chat, f.chat);
end
$$;
