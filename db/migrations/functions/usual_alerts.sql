-- What a kind of room is told of by itself, unless it is said otherwise (cold.room.alerts). All there are: those of the
-- owner.
create or replace function app.usual_alerts(p_kind text) returns text[]
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return case p_kind
    when 'owner' then array['order_paid', 'order_late', 'order_cancelled', 'payment_failed', 'refund_due', 'bill_asked',
                            'bad_review', 'stock_out', 'stock_low']
    when 'counter' then array['order_paid', 'payment_failed', 'refund_due', 'bill_asked']
    when 'inventory' then array['stock_out', 'stock_low']
    else '{}'::text[]
  end;
end
$$;
