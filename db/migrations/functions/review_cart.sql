-- Lines compared with the menu and the stock of now: {"lines": as they must be now, "differences": what has changed}.
-- Demand is summed per item before it is held against the stock: two lines may want the same last piece.
create or replace function app.review_cart(p_turn app.turn, p_lines hot.session_cart[]) returns jsonb
  language sql stable
  set search_path = pg_catalog, app, pg_temp
as $$
  with reviewed as (
    select l.line_no, app.review_line(p_turn, l) as review from unnest(p_lines) l
  ), short as (
    select min(l.line_no) as line_no, min(l.item_name) as item_name, s.quantity as "left"
    from unnest(p_lines) l
    join cold.menu_item_stock s on s.tenant_id = p_turn.tenant_id and s.item_id = l.item_id
    group by s.item_id, s.quantity
    having sum(l.quantity) > s.quantity
  ), differences as (
    select r.line_no, r.review -> 'difference' as difference from reviewed r where r.review -> 'difference' <> 'null'
    union all
    select s.line_no, jsonb_build_object('kind', 'stock', 'item_name', s.item_name, 'left', s."left") from short s
  )
  select jsonb_build_object(
    'lines', (select jsonb_agg(r.review -> 'line' order by r.line_no) from reviewed r),
    'differences', (select coalesce(jsonb_agg(d.difference order by d.line_no), '[]') from differences d))
$$;
