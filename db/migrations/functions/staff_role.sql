-- The role a person is granted in a shop, by the channel's verified user id; null for whoever is not on its staff.
-- Tells a channel whose sentences are staff's; what they may do, require_staff judges each time.
create or replace function app.staff_role(p_tenant uuid, p_channel text, p_sender text) returns jsonb
  language plpgsql stable security definer
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  perform set_config('app.tenant_id', p_tenant::text, true);
  return (
    select to_jsonb(m.role) from cold.staff_member m
    where m.tenant_id = p_tenant and m.channel = p_channel and m.sender = p_sender and m.revoked_at is null);
end
$$;
