-- A staff event for the log: when, who did what to which order, table, dish or person, the values before and after, and whether
-- it was taken back. Of one that takes another back ("is_undo") it is what the other did.
create or replace function app.staff_event_view(p_event cold.staff_event) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_done cold.staff_event := p_event;
  v_kind text := split_part(p_event.subject, ':', 1);
  v_id uuid := (case when v_kind in ('order', 'round', 'tab') then split_part(p_event.subject, ':', 2) end)::uuid;
begin
  if p_event.undoes is not null then
    select e.* into v_done from cold.staff_event e
    where e.tenant_id = p_event.tenant_id and e.event_no = p_event.undoes;
  end if;
  return (
    select jsonb_strip_nulls(jsonb_build_object(
      'at', p_event.at, 'action', v_done.action, 'before', v_done.before, 'after', v_done.after,
      'is_undo', p_event.undoes is not null,
      'undone', exists (
        select from cold.staff_event u where u.tenant_id = p_event.tenant_id and u.undoes = p_event.event_no),
      'who', (
        select app.person_name(m.tenant_id, m.channel, m.sender) from cold.staff_member m
        where m.tenant_id = p_event.tenant_id and m.member_id = p_event.member_id),
      'item', app.event_item(v_done),
      'order_no', (
        select o.order_no from cold.orders o
        where o.tenant_id = p_event.tenant_id and v_kind = 'order' and o.order_id = v_id),
      'table', coalesce(
        v_done.after #>> '{told,table}', v_done.after ->> 'table',
        (select t.table_no from cold.tab t where t.tenant_id = p_event.tenant_id and v_kind = 'tab' and t.tab_id = v_id),
        (select o.table_no from cold.orders o
         where o.tenant_id = p_event.tenant_id and v_kind <> 'tab' and o.tab_id is not null and o.order_id = v_id)))));
end
$$;
