-- Who speaks in a chat, by the channel's verified user id: {"room": its kind, "role": the grant or null, "may": what that role
-- can do in that room}. In a room the
-- person is remembered with name and @name, so that the staff can be told of him; an @name is its last holder's.
-- Tells a channel whom to listen to; what is done is judged again by require_staff. Writes: cold.person_seen.
create or replace function app.meet_person(p_tenant uuid, p_channel text, p_chat text, p_person jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_sender text := p_person ->> 'sender';
  v_username text := left(p_person ->> 'username', 64);
  v_name text := left(p_person ->> 'name', 128);
  v_room text;
  v_role text;
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  v_room := app.room_kind(p_tenant, p_channel, p_chat);
  if v_room not in ('new', 'private') and not exists (
    select from cold.person_seen p
    where p.tenant_id = p_tenant and p.channel = p_channel and p.sender = v_sender
      and (p.username, p.name) is not distinct from (v_username, v_name) and p.seen_at > app.now() - interval '1 day'
  ) then
    update cold.person_seen p set username = null
    where p.tenant_id = p_tenant and p.channel = p_channel and lower(p.username) = lower(v_username)
      and p.sender <> v_sender;
    insert into cold.person_seen values (p_tenant, p_channel, v_sender, v_username, v_name, app.now())
    on conflict (tenant_id, channel, sender) do update set
      username = excluded.username, name = excluded.name, seen_at = excluded.seen_at;
  end if;
  select m.role into v_role from cold.staff_member m
  where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = v_sender and m.revoked_at is null;
  return jsonb_build_object('room', v_room, 'role', v_role, 'may', array(
    select r.action from app.staff_rights() r where v_role = any (r.roles) and v_room = any (r.rooms)));
end
$$;
