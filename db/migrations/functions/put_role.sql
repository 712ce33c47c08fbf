-- Grants a person a role in a shop, or, p_role null, none; the grant there was ends, as a row that stays.
-- p_by: who did it. Returns the member now. Writes: cold.staff_member.
create or replace function app.put_role(
  p_tenant uuid, p_channel text, p_sender text, p_role text, p_by text, p_at timestamptz
) returns cold.staff_member
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_member cold.staff_member;
begin
  update cold.staff_member m set revoked_by = p_by, revoked_at = p_at
  where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = p_sender and m.revoked_at is null;
  if p_role is not null then
    insert into cold.staff_member (tenant_id, member_id, channel, sender, role, granted_by, granted_at)
    values (p_tenant, gen_random_uuid(), p_channel, p_sender, p_role, p_by, p_at)
    returning * into v_member;
  end if;
  return v_member;
end
$$;
