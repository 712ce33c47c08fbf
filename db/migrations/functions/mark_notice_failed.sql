-- A notice has not arrived, for all its sender knows: it is tried again after p_again_seconds, or is dead where that is
-- null. p_unsure: it may have arrived after all; p_is_lost: nobody can write there, and a room is lost. Returns false and
-- changes nothing when the lease has moved on. Writes: cold.outbox; as lose_room.
create or replace function app.mark_notice_failed(
  p_tenant uuid, p_notice uuid, p_token uuid, p_error text, p_again_seconds double precision,
  p_unsure boolean default false, p_is_lost boolean default false
) returns boolean
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_room uuid;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  update cold.outbox o set
    status = case when p_again_seconds is null then 'dead' else 'new' end,
    next_at = app.now() + make_interval(secs => coalesce(p_again_seconds, 0)),
    error = left(p_error, 500), unsure = o.unsure or p_unsure, lease_token = null, lease_until = null
  where o.tenant_id = p_tenant and o.outbox_id = p_notice and o.status = 'new' and o.lease_token = p_token
  returning (o.payload ->> 'room_id')::uuid into v_room;
  if not found then
    return false;
  elsif p_is_lost and v_room is not null then
    perform app.lose_room(p_tenant, v_room);
  end if;
  return true;
end
$$;
