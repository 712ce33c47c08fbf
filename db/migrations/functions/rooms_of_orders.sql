-- THE place that decides which rooms of a shop need an order: kitchens that cook a line of it (of a category no kitchen
-- has, all of them), riders for deliveries, the counter for what is handed over there, and for deliveries where no rider
-- has a room; an order nobody else would see, or a room that is lost needs, goes to the owner. Rounds of a tab are the kitchen's alone, where there is
-- one. lines: those it is about there. A shop without rooms has none to tell.
create or replace function app.rooms_of_orders(p_tenant uuid, p_orders uuid[])
  returns table (order_id uuid, room_id uuid, channel text, chat text, kind text, lines integer[])
  language plpgsql stable rows 4
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if not exists (select from cold.room r where r.tenant_id = p_tenant and r.unbound_at is null) then
    return;
  end if;
  return query
    with room as (
      select r.* from cold.room r where r.tenant_id = p_tenant and r.unbound_at is null),
    line as (
      select i.order_id, i.line_no, m.category_id from cold.order_item i
      join cold.menu_item m on m.tenant_id = i.tenant_id and m.item_id = i.menu_item_id
      where i.tenant_id = p_tenant and i.order_id = any (p_orders)),
    cooked as (
      select l.order_id, r.room_id, array_agg(l.line_no order by l.line_no) as lines
      from line l join room r on r.kind = 'kitchen' and (
        r.stations = '{}' or l.category_id = any (r.stations) or not exists (
          select from room k where k.kind = 'kitchen' and (k.stations = '{}' or l.category_id = any (k.stations))))
      group by l.order_id, r.room_id),
    handed as (
      select o.order_id, r.room_id, array(
               select l.line_no from line l where l.order_id = o.order_id order by l.line_no) as lines
      from cold.orders o
      join cold.order_type_table y using (order_type_id)
      join room r on (o.tab_id is null or not exists (select from room x where x.kind = 'kitchen')) and r.kind = case
        when y.order_type_name = 'delivery' and exists (select from room x where x.kind = 'riders') then 'riders'
        else 'counter' end
      where o.tenant_id = p_tenant and o.order_id = any (p_orders)),
    wanted as (
      select * from cooked union all select * from handed)
    select w.order_id, r.room_id, r.channel, r.chat, r.kind, w.lines
    from wanted w join room r on r.room_id = w.room_id
    union all
    select n.order_id, r.room_id, r.channel, r.chat, r.kind, array(
             select l.line_no from line l where l.order_id = n.order_id order by l.line_no)
    from unnest(p_orders) as n (order_id) join room r on r.kind = 'owner'
    where not exists (select from wanted w where w.order_id = n.order_id)
      or exists (select from wanted w join room x on x.room_id = w.room_id
                 where w.order_id = n.order_id and x.lost_at is not null)
    order by 1, 2;
end
$$;
