-- Who is called by name when something is late: the managers of a shop in a channel or, where it has none there, its owners;
-- five at most: [{"sender", "name"}].
create or replace function app.staff_to_call(p_tenant uuid, p_channel text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object('sender', c.sender, 'name', c.name) order by c.granted_at, c.sender), '[]')
    from (
      select m.sender, coalesce(p.name, p.username, m.role) as name, m.granted_at,
             rank() over (order by m.role = 'manager' desc) as place
      from cold.staff_member m
      left join cold.person_seen p on p.tenant_id = m.tenant_id and p.channel = m.channel and p.sender = m.sender
      where m.tenant_id = p_tenant and m.channel = p_channel and m.revoked_at is null and m.role in ('owner', 'manager')
      order by place, m.granted_at, m.sender limit 5) c
    where c.place = 1);
end
$$;
