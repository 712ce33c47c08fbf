-- Only an owner makes or unmakes owners and managers, and the last owner of a shop stays one. p_was, p_role: what somebody
-- is and shall be; null: not of the staff. Raises: OC031, OC075 the shop would have no owner.
create or replace function app.require_rank(p_member cold.staff_member, p_was text, p_role text) returns void
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if p_member.role <> 'owner' and ('owner' in (p_was, p_role) or 'manager' in (p_was, p_role)) then
    raise exception '% may not make or unmake owners and managers', p_member.role
      using errcode = 'OC031', detail = jsonb_build_object('role', p_member.role, 'roles', 'owner');
  end if;
  if p_was = 'owner' and p_role is distinct from 'owner' and (
    select count(*) from cold.staff_member m
    where m.tenant_id = p_member.tenant_id and m.role = 'owner' and m.revoked_at is null) = 1
  then
    raise exception 'the shop would have no owner' using errcode = 'OC075';
  end if;
end
$$;
