-- Whether it is told here where a delivery goes: in the rooms of those who bring it and of the owner, never in a kitchen; in
-- a terminal to those whose role is not only to cook or to count.
create or replace function app.sees_contact(p_turn app.turn, p_member cold.staff_member) returns boolean
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select case s.channel
      when 'telegram' then app.room_kind(s.tenant_id, s.channel, s.chat) in ('riders', 'counter', 'owner')
      else p_member.role not in ('kitchen', 'inventory') end
    from cold.sessions s where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id);
end
$$;
