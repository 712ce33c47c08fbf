-- Dishes as staff are told of them, in the form of SessionView.staff.items: pieces counted (null: not counted) and held
-- by open checkouts, its low mark, how many its ingredients make (null: no recipe), and whether the dish is marked sold out, and until when.
create or replace function app.stock_view(p_turn app.turn, p_items text[]) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'item_id', i.item_id, 'item_name', i.name, 'quantity', s.quantity,
      'held', (select coalesce(sum(h.quantity), 0) from cold.stock_hold h
               where h.tenant_id = i.tenant_id and h.item_id = i.item_id and h.expires_at > p_turn.at),
      'low_at', s.low_at, 'makes', app.pieces_makeable(i.tenant_id, i.item_id, null, '{}', '{}'),
      'available', i.is_available or coalesce(i.unavailable_until <= p_turn.at, false),
      'until', case when i.unavailable_until > p_turn.at then i.unavailable_until end)
      order by w.ordinality), '[]')
    from unnest(p_items) with ordinality w (item_id, ordinality)
    join cold.menu_item i on i.tenant_id = p_turn.tenant_id and i.item_id = w.item_id and not i.is_removed
    left join cold.menu_item_stock s on s.tenant_id = i.tenant_id and s.item_id = i.item_id);
end
$$;
