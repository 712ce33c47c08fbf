-- Seats the session of a turn at a tab, and at no other. Guests of one name are told apart by a number: the bill is split by
-- it. The session of a table itself, by which staff order, has no name. Writes: cold.tab_guest.
create or replace function app.join_tab(p_turn app.turn, p_tab uuid) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_family uuid[] := app.tab_family(p_turn.tenant_id, p_tab);
  v_name text;
  v_called text;
  v_number integer := 1;
begin
  if exists (
    select from cold.tab_guest g
    where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id and g.tab_id = any (v_family)) then
    return;
  end if;
  delete from cold.tab_guest g where g.tenant_id = p_turn.tenant_id and g.session_id = p_turn.session_id;
  select case s.channel when 'table' then null else coalesce(nullif(left(i.name, 100), ''), 'Guest') end into v_name
  from cold.sessions s
  left join cold.customer_identity i
    on i.tenant_id = s.tenant_id and i.channel = s.channel and i.sender = s.sender
  where s.tenant_id = p_turn.tenant_id and s.session_id = p_turn.session_id;
  v_called := v_name;
  while exists (
    select from cold.tab_guest g
    where g.tenant_id = p_turn.tenant_id and g.tab_id = any (v_family) and g.name = v_called)
  loop
    v_number := v_number + 1;
    v_called := v_name || ' ' || v_number;
  end loop;
  insert into cold.tab_guest (tenant_id, tab_id, session_id, name, joined_at)
  values (p_turn.tenant_id, p_tab, p_turn.session_id, v_called, p_turn.at);
end
$$;
