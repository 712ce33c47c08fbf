-- Who is on the staff, and which chats are rooms. Raises: OC030, OC031, OC070, OC071.
create or replace function app.list_staff(p_tenant uuid, p_turn jsonb) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn);
begin
  perform app.require_staff(v_turn, 'list_staff');
  return app.session_view(v_turn, jsonb_build_object('staff', jsonb_build_object(
    'members', (
      select coalesce(jsonb_agg(app.staff_person(p_tenant, m.channel, m.sender) || jsonb_build_object('channel', m.channel)
                                order by m.granted_at, m.sender), '[]')
      from cold.staff_member m where m.tenant_id = p_tenant and m.revoked_at is null),
    'rooms', (
      select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'chat', r.chat, 'stations', (
          select coalesce(jsonb_agg(c.name order by c.name), '[]') from cold.menu_category c
          where c.tenant_id = p_tenant and c.category_id = any (r.stations))) order by r.kind, r.chat), '[]')
      from cold.room r where r.tenant_id = p_tenant and r.unbound_at is null))));
end
$$;
