-- Has a room's board shown anew at p_at or sooner. One that waits and goes no later is enough; it is locked, so that it
-- goes after the caller has committed. Nobody waits here: what another holds is left to him, and one too many does no
-- harm. Writes: cold.outbox.
create or replace function app.put_board(p_tenant uuid, p_room uuid, p_at timestamptz) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_waiting uuid[];
  v_due timestamptz;
begin
  select array_agg(w.outbox_id order by w.next_at), min(w.next_at) into v_waiting, v_due from (
    select o.outbox_id, o.next_at from cold.outbox o
    join cold.room r on r.tenant_id = o.tenant_id and r.channel = o.channel and r.chat = o.chat
    where r.tenant_id = p_tenant and r.room_id = p_room and o.lane = 'board' and o.status = 'new'
      and o.lease_token is null
    for update of o skip locked) w;
  if v_due <= p_at then
    v_waiting := v_waiting[2:];
  end if;
  delete from cold.outbox o where o.tenant_id = p_tenant and o.outbox_id = any (v_waiting);
  if coalesce(v_due > p_at, true) then
    perform app.put_room_notice(p_tenant, p_room, 'board', 'board', null, null, '{}', p_at);
  end if;
end
$$;
