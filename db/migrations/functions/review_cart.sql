-- Lines held against menu, clock and stock: {"lines": as they must be now, "differences": what the customer did not see},
-- complete, the shop's first, in the order of the cart.
create or replace function app.review_cart(p_turn app.turn, p_lines hot.session_cart[], p_order_type text) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_at timestamptz := app.judged_at(p_turn);
  v_refusals jsonb := app.item_refusals(
    p_turn.tenant_id, array(select l.item_id from unnest(p_lines) l), array(select l.quantity from unnest(p_lines) l),
    v_at, p_order_type, p_turn.session_id, true);
  v_closed jsonb := jsonb_path_query_first(v_refusals, '$.*[*] ? (@.reason == "closed")');
  v_offered boolean := app.offers_order_type(p_turn.tenant_id, p_order_type);
begin
  return (
    with reviewed as materialized (
      select l.line_no, app.review_line(p_turn, l, v_at) as review from unnest(p_lines) l
    ), refused as (
      select l.line_no, l.item_name, r.value as refusal, r.value ->> 'reason' as reason, r.ordinality
      from (select d.item_id, min(d.item_name) as item_name, min(d.line_no) as line_no
            from unnest(p_lines) d group by d.item_id) l,
        jsonb_array_elements(v_refusals -> l.item_id) with ordinality r
    ), differences as (
      select 0 as line_no, 1 as place,
             jsonb_build_object('kind', 'closed', 'item_name', '', 'when', v_closed -> 'when') as told
      where v_closed is not null
      union all
      select 0, 2, jsonb_build_object(
        'kind', 'order_type', 'item_name', '', 'order_type', p_order_type,
        'offered', app.order_types(p_turn.tenant_id, null))
      where not v_offered
      union all
      select r.line_no, r.ordinality, r.refusal - 'reason' - 'item' || jsonb_build_object(
        'kind', case when r.refusal ? 'left' then 'stock'
                     when r.reason in ('unknown', 'sold_out') then 'unavailable' else r.reason end,
        'item_name', r.item_name, 'line_no', r.line_no, 'removed', r.reason = 'unknown')
      from refused r where r.reason <> 'closed' and (v_offered or r.reason <> 'order_type')
      union all
      select r.line_no, 10 + d.ordinality, d.value
      from reviewed r, jsonb_array_elements(r.review -> 'differences') with ordinality d
    )
    select jsonb_build_object(
      'lines', (select jsonb_agg(r.review -> 'line' order by r.line_no) from reviewed r),
      'differences', (select coalesce(jsonb_agg(d.told order by d.line_no, d.place), '[]') from differences d)));
end
$$;
