-- The person of a channel whom staff mean: by user id, or by the "@name" under which he was last seen in a room; with name,
-- @name and the role he is granted. Only people the channel has vouched for: seen in a room, met as a customer or granted.
-- Raises: OC073 nobody it has met.
create or replace function app.staff_person(p_tenant uuid, p_channel text, p_who text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_sender text := case when p_who like '@%' then (
    select p.sender from cold.person_seen p
    where p.tenant_id = p_tenant and p.channel = p_channel and lower(p.username) = lower(substr(p_who, 2))
    order by p.seen_at desc limit 1) else p_who end;
  v_person jsonb := (
    select jsonb_strip_nulls(jsonb_build_object(
      'sender', v_sender, 'name', coalesce(max(x.name), max(x.username), v_sender), 'username', max(x.username),
      'role', max(x.role)))
    from (
      select p.name, p.username, null as role from cold.person_seen p
      where p.tenant_id = p_tenant and p.channel = p_channel and p.sender = v_sender
      union all
      select i.name, null, null from cold.customer_identity i
      where i.tenant_id = p_tenant and i.channel = p_channel and i.sender = v_sender
      union all
      select null, null, m.role from cold.staff_member m
      where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = v_sender and m.revoked_at is null
    ) x
    having count(*) > 0);
begin
  if v_person is null then
    raise exception 'nobody called % has been met', p_who
      using errcode = 'OC073', detail = jsonb_build_object('who', p_who);
  end if;
  return v_person;
end
$$;
