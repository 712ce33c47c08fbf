-- Lets a grant that has ended hold again, the same row: what its person did is his to take back still. Null: none.
-- Writes: cold.staff_member.
create or replace function app.reopen_grant(p_tenant uuid, p_member uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  update cold.staff_member m set revoked_by = null, revoked_at = null
  where m.tenant_id = p_tenant and m.member_id = p_member;
end
$$;
